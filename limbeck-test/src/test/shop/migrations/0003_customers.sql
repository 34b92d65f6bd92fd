-- revision:  0003
-- revises:   0002
-- message:   one spelling per customer

-- upgrade
UPDATE orders SET customer = lower(customer);

-- downgrade
-- The old spelling is gone.
