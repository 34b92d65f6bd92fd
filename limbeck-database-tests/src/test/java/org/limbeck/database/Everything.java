package org.limbeck.database;

import java.util.ArrayList;
import java.util.List;

/** A schema of some size: an object of every kind, and a shop with many that refer to each other. */
final class Everything {

    private static final List<String> THINGS = List.of(
            "customer",
            "supplier",
            "product",
            "category",
            "price",
            "basket",
            "invoice",
            "payment",
            "shipment",
            "refund",
            "coupon",
            "review");

    private Everything() {}

    /** The statements, in an order in which they can be executed. */
    static List<String> statements(int major) {
        List<String> all = new ArrayList<>(EveryKind.statements(major));
        all.removeIf(Everything::isNotCompared);
        all.add("CREATE EVENT TRIGGER guard ON ddl_command_end WHEN TAG IN ('CREATE CAST', 'DROP VIEW')"
                + " EXECUTE FUNCTION log_ddl()");
        all.add("CREATE SCHEMA shop");
        all.add("CREATE TYPE shop.state AS ENUM ('draft', 'live', 'gone')");
        all.add("CREATE DOMAIN shop.code AS text CHECK (VALUE ~ '^[A-Z]{3}$')");
        all.add("CREATE SEQUENCE shop.numbers START WITH 1000");
        all.add(
                "CREATE FUNCTION shop.touch() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN NEW.changed := now(); RETURN NEW; END$$");
        THINGS.forEach(thing -> all.addAll(thing(thing)));
        for (int i = 0; i < THINGS.size(); i++) {
            all.add(fill(
                    "ALTER TABLE shop.{t} ADD CONSTRAINT {t}_next FOREIGN KEY (next_id) REFERENCES shop."
                            + THINGS.get((i + 1) % THINGS.size()) + " ON DELETE SET NULL DEFERRABLE",
                    THINGS.get(i)));
        }
        return all;
    }

    /**
     * The default schema itself stands outside of a comparison, the order of an event trigger's tags has no meaning, and a
     * column with a default of its own comes back as one of the table's own.
     */
    private static boolean isNotCompared(String statement) {
        return statement.startsWith("COMMENT ON SCHEMA public")
                || statement.contains("EVENT TRIGGER guard")
                || statement.startsWith("ALTER TABLE birds");
    }

    private static List<String> thing(String name) {
        return List.of(
                fill("""
                        CREATE TABLE shop.{t} (
                            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                            number bigint NOT NULL DEFAULT nextval('shop.numbers'),
                            code shop.code UNIQUE,
                            state shop.state NOT NULL DEFAULT 'draft',
                            name varchar(80) NOT NULL,
                            amount numeric(12, 2) DEFAULT 0 CONSTRAINT {t}_amount CHECK (amount >= 0),
                            search text GENERATED ALWAYS AS (lower(name)) STORED,
                            data jsonb NOT NULL DEFAULT '{}',
                            next_id bigint,
                            changed timestamptz NOT NULL DEFAULT now())""", name),
                fill("CREATE INDEX {t}_live ON shop.{t} (changed DESC) INCLUDE (name) WHERE state = 'live'", name),
                fill("CREATE INDEX {t}_data ON shop.{t} USING gin (data jsonb_path_ops)", name),
                fill(
                        "CREATE VIEW shop.live_{t} AS SELECT id, code, name, amount FROM shop.{t} WHERE state = 'live'",
                        name),
                fill(
                        "CREATE MATERIALIZED VIEW shop.{t}_totals AS SELECT state, sum(amount) AS total FROM shop.{t} GROUP BY state",
                        name),
                fill(
                        "CREATE FUNCTION shop.{t}_name(key bigint) RETURNS text LANGUAGE sql STABLE"
                                + " AS 'SELECT name FROM shop.{t} WHERE id = key'",
                        name),
                fill("CREATE TRIGGER touch BEFORE UPDATE ON shop.{t} FOR EACH ROW EXECUTE FUNCTION shop.touch()", name),
                fill("ALTER TABLE shop.{t} ENABLE ROW LEVEL SECURITY", name),
                fill("CREATE POLICY seen ON shop.{t} FOR SELECT USING (state <> 'gone')", name),
                fill("CREATE STATISTICS shop.{t}_states ON state, amount FROM shop.{t}", name),
                fill("GRANT SELECT ON shop.live_{t} TO pg_monitor", name),
                fill("COMMENT ON TABLE shop.{t} IS 'each {t}'", name),
                fill("COMMENT ON COLUMN shop.{t}.amount IS 'in euros'", name));
    }

    private static String fill(String text, String name) {
        return text.replace("{t}", name);
    }
}
