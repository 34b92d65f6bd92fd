"""Tells the revisions of an Alembic project: python export.py CONFIGURATION OUTPUT. Changes nothing, needs no database.

Each line has fields with tabs between them, each in Base64. Exit code 3: this Python has no Alembic.
"""

import base64
import io
import sys

try:
    from alembic import util
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.runtime.migration import MigrationStep
    from alembic.script import ScriptDirectory
except ImportError:
    sys.exit(3)


def line(*fields):
    return "\t".join(base64.b64encode(str(field).encode("utf-8")).decode("ascii") for field in fields) + "\n"


def words(value):
    return "\n".join(util.to_tuple(value, default=()))


class Export:
    def __init__(self, configuration):
        self.config = Config(configuration)
        self.script = ScriptDirectory.from_config(self.config)
        self.table = "alembic_version"
        self.schema = ""

    def sql(self, revision, upgrade):
        """What one direction of one revision sends, with the changes of the version table."""
        buffer = io.StringIO()
        self.config.output_buffer = buffer
        make = MigrationStep.upgrade_from_script if upgrade else MigrationStep.downgrade_from_script
        start = list(util.to_tuple(revision.down_revision, default=())) if upgrade else [revision.revision]
        environment = EnvironmentContext(
            self.config,
            self.script,
            fn=lambda rev, context: [make(self.script.revision_map, revision)],
            as_sql=True,
            starting_rev=start or None,
            destination_rev=revision.revision,
        )
        try:
            with environment:
                self.script.run_env()
                context = environment.get_context()
                self.table = context.version_table
                self.schema = context.version_table_schema or ""
            return "sql", buffer.getvalue()
        except (Exception, SystemExit) as failure:
            return "failure", "%s: %s" % (type(failure).__name__, failure)

    def lines(self):
        for revision in reversed(list(self.script.walk_revisions())):
            yield line(
                "revision",
                revision.revision,
                words(revision.down_revision),
                words(revision.dependencies),
                words(getattr(revision, "_orig_branch_labels", revision.branch_labels)),
                revision.doc or "",
                revision.path,
                *self.sql(revision, True),
                *self.sql(revision, False),
            )
        yield line("table", self.schema, self.table)


if __name__ == "__main__":
    lines = list(Export(sys.argv[1]).lines())
    with open(sys.argv[2], "w", encoding="ascii") as output:
        output.writelines(lines)
