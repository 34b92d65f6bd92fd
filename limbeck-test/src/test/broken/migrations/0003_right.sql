-- revision:  0003
-- revises:   0001
-- message:   shorter names

-- upgrade
ALTER TABLE people ALTER COLUMN name TYPE varchar(50);

-- downgrade
ALTER TABLE people ALTER COLUMN name TYPE text;
