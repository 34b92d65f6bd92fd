"""The same generated revisions, entities and models for Limbeck, for Alembic and for psql."""

import shutil
import subprocess

import tables

ENV_PY = """\
from alembic import context
from sqlalchemy import engine_from_config, pool

config = context.config
engine = engine_from_config(config.get_section(config.config_ini_section), prefix="sqlalchemy.", poolclass=pool.NullPool)
with engine.connect() as connection:
    context.configure(connection=connection)
    with context.begin_transaction():
        context.run_migrations()
"""


def revision_id(number):
    return f"{number:08x}"


def statements(number):
    table = f"table_{number}"
    create = (
        f"CREATE TABLE {table} (\n"
        "    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,\n"
        "    name text NOT NULL,\n"
        "    state character varying(20) NOT NULL DEFAULT 'new',\n"
        "    amount numeric(12, 2) NOT NULL DEFAULT 0,\n"
        "    owner_id bigint,\n"
        "    active boolean NOT NULL DEFAULT true,\n"
        "    created_at timestamp with time zone NOT NULL DEFAULT now(),\n"
        "    payload jsonb\n"
        ")"
    )
    return [create, f"CREATE INDEX {table}_owner_idx ON {table} (owner_id)"]


def small_statements(number):
    table = f"table_{number}"
    return [f"ALTER TABLE {table} ADD COLUMN note text", f"UPDATE {table} SET note = name WHERE note IS NULL"]


class LimbeckFolder:
    def __init__(self, path, url, count, statements=statements):
        self.path = path
        migrations = path / "migrations"
        migrations.mkdir(parents=True)
        (path / "limbeck.properties").write_text(f"url = {url}\nmigrations = migrations\n", encoding="utf-8")
        for number in range(1, count + 1):
            text = (
                f"-- revision:  {revision_id(number)}\n"
                f"-- revises:   {revision_id(number - 1) if number > 1 else ''}\n"
                f"-- message:   add table {number}\n\n"
                "-- upgrade\n" + "".join(statement + ";\n" for statement in statements(number)) + "\n"
                f"-- downgrade\nDROP TABLE table_{number};\n"
            )
            (migrations / f"{revision_id(number)}_add_table_{number}.sql").write_text(text, encoding="utf-8")


class AlembicFolder:
    def __init__(self, path, url, count):
        self.path = path
        versions = path / "versions"
        versions.mkdir(parents=True)
        (path / "alembic.ini").write_text(
            f"[alembic]\nscript_location = {path}\nsqlalchemy.url = {url}\n", encoding="utf-8")
        (path / "env.py").write_text(ENV_PY, encoding="utf-8")
        for number in range(1, count + 1):
            down = f'"{revision_id(number - 1)}"' if number > 1 else "None"
            body = "".join(f'    op.execute("""{statement}""")\n' for statement in statements(number))
            text = (
                f'"""add table {number}"""\n\nfrom alembic import op\n\n'
                f'revision = "{revision_id(number)}"\ndown_revision = {down}\n\n\n'
                f'def upgrade():\n{body}\n\ndef downgrade():\n    op.execute("DROP TABLE table_{number}")\n'
            )
            (versions / f"{revision_id(number)}_add_table_{number}.py").write_text(text, encoding="utf-8")


def replay_script(path, count):
    """The statements of small revisions, and a change of a version table for each."""
    with open(path, "w", encoding="utf-8") as script:
        script.write("CREATE TABLE version (version_num varchar(32) PRIMARY KEY);\nINSERT INTO version VALUES ('0');\n\n")
        for number in range(1, count + 1):
            for statement in [*small_statements(number), f"UPDATE version SET version_num = '{revision_id(number)}'"]:
                script.write(statement + ";\n")
            script.write("\n")
    return path


def psql_script(path, count):
    """One transaction and one change of the version table for each revision."""
    with open(path, "w", encoding="utf-8") as script:
        script.write("CREATE TABLE version (version_num varchar(32) PRIMARY KEY);\n")
        for number in range(1, count + 1):
            script.write("BEGIN;\n")
            for statement in statements(number):
                script.write(statement + ";\n")
            if number == 1:
                script.write(f"INSERT INTO version VALUES ('{revision_id(1)}');\n")
            else:
                script.write(
                    f"UPDATE version SET version_num = '{revision_id(number)}'"
                    f" WHERE version_num = '{revision_id(number - 1)}';\n")
            script.write("COMMIT;\n")
    return path


class EntityFolder:
    """A project with entities and no migration yet."""

    def __init__(self, path, url, count, hibernate):
        self.path = path
        sources, classes = path / "src/main/java", path / "classes"
        classes.mkdir(parents=True)
        (path / "migrations").mkdir()
        tables.entities(sources, count)
        jars = sorted(hibernate.glob("*.jar"))
        class_path = ":".join(str(jar) for jar in jars)
        (path / "sources").write_text("\n".join(str(file) for file in sorted(sources.rglob("*.java"))), encoding="utf-8")
        subprocess.run(
            ["javac", "-nowarn", "-proc:none", "--release", "17", "-cp", class_path, "-d", str(classes), f"@{path}/sources"],
            check=True)
        (path / "limbeck.properties").write_text(
            f"url = {url}\nmigrations = migrations\nclass-path = classes:{class_path}\n", encoding="utf-8")

    def forget(self):
        shutil.rmtree(self.path / ".limbeck", ignore_errors=True)

    @staticmethod
    def too_many(script):
        """Ten columns of which the entities don't know."""
        return EntityFolder.on_ten_tables(script, "ADD COLUMN extra integer")

    @staticmethod
    def too_few(script):
        """The same undone, and ten columns missing."""
        return EntityFolder.on_ten_tables(script, "DROP COLUMN extra, DROP COLUMN quantity")

    @staticmethod
    def on_ten_tables(script, action):
        script.write_text("".join(f"ALTER TABLE table_{number} {action};\n" for number in range(1, 11)), encoding="utf-8")
        return script


class ModelFolder:
    """The same schema as models of SQLAlchemy."""

    def __init__(self, path, url, count):
        self.path = path
        (path / "versions").mkdir(parents=True)
        (path / "alembic.ini").write_text(
            f"[alembic]\nscript_location = {path}\nprepend_sys_path = {path}\nsqlalchemy.url = {url}\n", encoding="utf-8")
        (path / "env.py").write_text(
            ENV_PY.replace("connection=connection", "connection=connection, target_metadata=models.metadata")
            .replace("from alembic import context", "import models\nfrom alembic import context"), encoding="utf-8")
        (path / "script.py.mako").write_text(
            "revision = ${repr(up_revision)}\ndown_revision = ${repr(down_revision)}\n"
            "def upgrade():\n    ${upgrades if upgrades else \"pass\"}\n"
            "def downgrade():\n    ${downgrades if downgrades else \"pass\"}\n", encoding="utf-8")
        (path / "models.py").write_text(tables.models(count), encoding="utf-8")

    def forget(self):
        for file in (self.path / "versions").glob("*.py"):
            file.unlink()
