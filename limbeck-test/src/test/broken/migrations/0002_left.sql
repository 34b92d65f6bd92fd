-- revision:  0002
-- revises:   0001
-- message:   a name more

-- upgrade
ALTER TABLE people ADD COLUMN surname text;

-- downgrade
ALTER TABLE people DROP COLUMN name;
