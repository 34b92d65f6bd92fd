-- revision: 0002
-- revises:  0001
-- message:  name customers

-- upgrade
ALTER TABLE orders ADD COLUMN customer varchar(255) NOT NULL;

-- downgrade
ALTER TABLE orders DROP COLUMN customer;
