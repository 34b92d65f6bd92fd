package org.limbeck.imports;

/** A Liquibase project of 30 change sets in all four languages of change logs. */
final class LiquibaseHistory {

    static final int LENGTH = 30;

    /** The change log, as Liquibase finds it. */
    static final String FILE = "db/changelog/db.changelog-master.xml";

    private static final String FOLDER = "src/main/resources/db/changelog/";
    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                    http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
            """;

    private LiquibaseHistory() {}

    static void write(TestProject project) {
        project.file("pom.xml", "<project/>");
        project.file(FOLDER + "db.changelog-master.xml", HEAD + """
                    <property name="size" value="40"/>
                    <include file="db/changelog/tables.xml"/>
                    <include file="more.yaml" relativeToChangelogFile="true"/>
                    <include file="last.json" relativeToChangelogFile="true"/>
                    <include file="plain.sql" relativeToChangelogFile="true"/>
                </databaseChangeLog>
                """);
        StringBuilder xml = new StringBuilder(HEAD);
        for (int i = 1; i <= 10; i++) {
            xml.append("<changeSet id=\"1700-")
                    .append(i)
                    .append("\" author=\"ada\">\n")
                    .append(xml(i))
                    .append("</changeSet>\n");
        }
        project.file(FOLDER + "tables.xml", xml + "</databaseChangeLog>\n");
        project.file(FOLDER + "people.csv", "id,name\n1,Ada\n2,\"Bob; or 'not'\"\n");
        StringBuilder yaml = new StringBuilder("databaseChangeLog:\n");
        for (int i = 11; i <= 16; i++) {
            yaml.append(yaml(i));
        }
        project.file(FOLDER + "more.yaml", yaml.toString());
        project.file(FOLDER + "last.json", """
                {"databaseChangeLog": [
                  {"changeSet": {"id": "17", "author": "eve", "changes": [
                    {"addColumn": {"tableName": "t1", "columns": [
                      {"column": {"name": "at", "type": "timestamp with time zone", "defaultValueComputed": "now()"}}]}}]}},
                  {"changeSet": {"id": "18", "author": "eve", "labels": "side", "changes": [
                    {"addForeignKeyConstraint": {"baseTableName": "t2", "baseColumnNames": "id", "constraintName": "t2_t1",
                      "referencedTableName": "t1", "referencedColumnNames": "id"}}]}}
                ]}
                """);
        StringBuilder sql = new StringBuilder("--liquibase formatted sql\n");
        for (int i = 19; i <= LENGTH; i++) {
            sql.append(sql(i));
        }
        project.file(FOLDER + "plain.sql", sql.toString());
    }

    private static String xml(int number) {
        return switch (number) {
            case 4 -> """
                    <comment>names are found quickly</comment>
                    <createIndex tableName="t1" indexName="t1_name"><column name="name"/></createIndex>
                    """;
            case 5 -> """
                    <preConditions onFail="MARK_RAN"><tableExists tableName="t1"/></preConditions>
                    <loadData file="db/changelog/people.csv" tableName="t1" usePreparedStatements="false">
                        <column name="id" type="NUMERIC"/><column name="name" type="STRING"/></loadData>
                    <rollback>DELETE FROM t1</rollback>
                    """;
            case 6 -> """
                    <sql splitStatements="false">CREATE FUNCTION twice(i integer) RETURNS integer LANGUAGE plpgsql AS $$
                    BEGIN
                        RETURN i * 2;
                    END $$</sql>
                    <rollback><sql>DROP FUNCTION twice</sql></rollback>
                    """;
            case 7 -> """
                    <createView viewName="names" replaceIfExists="true">SELECT name FROM t1 WHERE id &lt; 100</createView>
                    """;
            case 8 -> """
                    <addUniqueConstraint tableName="t2" columnNames="name" constraintName="t2_name_once"/>
                    <modifySql dbms="postgresql"><append value=" NOT DEFERRABLE"/></modifySql>
                    """;
            default -> """
                    <createTable tableName="t%d">
                        <column name="id" type="bigint" autoIncrement="true"><constraints primaryKey="true"/></column>
                        <column name="name" type="varchar(${size})" defaultValue="it''s"><constraints nullable="false"/></column>
                    </createTable>
                    """.formatted(number);
        };
    }

    private static String yaml(int number) {
        String context = number == 13 ? "      context: test\n" : "";
        return """
                - changeSet:
                      id: %d
                      author: bob
                %s      changes:
                        - createTable:
                            tableName: t%d
                            columns:
                              - column: {name: id, type: int, constraints: {primaryKey: true}}
                              - column: {name: payload, type: jsonb}
                """.formatted(number, context, number).replace("      changes", "      changes");
    }

    private static String sql(int number) {
        String head = "--changeset eve:" + number;
        return switch (number) {
            case 20 ->
                head + " runInTransaction:false\nCREATE INDEX CONCURRENTLY t2_lower ON t2 (lower(name));\n"
                        + "--rollback DROP INDEX t2_lower;\n";
            case 21 ->
                head
                        + " splitStatements:false\nCREATE FUNCTION one() RETURNS integer LANGUAGE sql AS $$ SELECT 1; $$;\n";
            case 22 -> head + "\nUPDATE t1 SET name = name || '-- ;';\n--rollback empty\n";
            case 23 -> head + " endDelimiter:/\nCREATE TABLE t23 (id int)\n/\nCREATE TABLE t23b (id int)\n/\n";
            default -> head + "\nCREATE TABLE t" + number + " (id int);\n--rollback DROP TABLE t" + number + ";\n";
        };
    }
}
