"""Writes 30 revisions of Alembic: a line r1 to r30 with a labelled branch s1 to s3 beside it that is merged, and a base of its own."""

import pathlib
import sys

HEAD = '''"""{message}"""

import sqlalchemy as sa
from alembic import op

revision = "{id}"
down_revision = {down!r}
branch_labels = {labels!r}
depends_on = {depends!r}


def upgrade():
    {up}


def downgrade():
    {down_sql}
'''

TABLE = (
    'op.create_table("{id}", sa.Column("id", sa.BigInteger(), primary_key=True), sa.Column("name", sa.Text(), nullable=False))',
    'op.drop_table("{id}")',
)
SPECIAL = {
    "r2": (
        'op.execute("""CREATE FUNCTION one() RETURNS integer LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END; $$""")',
        'op.execute("DROP FUNCTION one()")',
    ),
    "r5": (
        'with op.get_context().autocommit_block():\n        op.create_index("r1_name", "r1", ["name"], postgresql_concurrently=True)',
        'op.drop_index("r1_name")',
    ),
    "r7": (
        't = op.create_table("r7", sa.Column("n", sa.Integer()), sa.Column("t", sa.Text()))\n'
        '    op.bulk_insert(t, [{{"n": 1, "t": "a;b"}}, {{"n": 2, "t": "100% it\'s"}}])',
        'op.drop_table("r7")',
    ),
    "r25": (
        'with op.get_context().autocommit_block():\n        op.create_index("r1_id", "r1", ["id", "name"], postgresql_concurrently=True)',
        'op.drop_index("r1_id")',
    ),
    "r26": ('op.add_column("r3", sa.Column("at", sa.DateTime(timezone=True), server_default=sa.text("now()")))', 'op.drop_column("r3", "at")'),
    "r20": ("pass", "pass"),
}


def write(folder, id, down, labels=None, depends=None):
    up, down_sql = (text.format(id=id) for text in SPECIAL.get(id, TABLE))
    text = HEAD.format(message="change " + id, id=id, down=down, labels=labels, depends=depends, up=up, down_sql=down_sql)
    (folder / (id + "_change.py")).write_text(text)


folder = pathlib.Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
write(folder, "r1", None)
for number in list(range(2, 20)) + list(range(21, 24)) + [26]:
    write(folder, "r%d" % number, "r%d" % (number - 1))
write(folder, "s1", "r9", labels=("side",))
write(folder, "s2", "s1", depends="r10")
write(folder, "s3", "s2")
write(folder, "r20", ("r19", "s3"))
write(folder, "r25", "r23")
write(folder, "r30", "r26")
write(folder, "q1", None)
