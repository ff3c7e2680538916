-- The day on which the superior was told of an alarm: once, in one notice a day. What stands already has been seen on its page.
alter table alarms add column told_on date;
update alarms set told_on = noticed_on;
create index alarms_untold on alarms (noticed_on) where told_on is null and ended_on is null;
