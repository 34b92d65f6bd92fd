"""One schema of many tables, as SQL, as JPA entities and as models of SQLAlchemy: ten columns, two indexes and, but for
the first table, a foreign key each."""

from pathlib import Path

COLUMNS = [
    # name, SQL, Java type and annotation, SQLAlchemy
    ("id", "bigint NOT NULL", None, None),
    ("parent_id", "bigint", None, None),
    ("name", "varchar(200) NOT NULL", '@Column(nullable = false, length = 200) private String name;',
     "Column('name', String(200), nullable=False)"),
    ("state", "varchar(20) NOT NULL DEFAULT 'new'",
     '@Column(nullable = false, length = 20) @ColumnDefault("\'new\'") private String state;',
     "Column('state', String(20), nullable=False, server_default='new')"),
    ("amount", "numeric(12,2) NOT NULL DEFAULT 0",
     '@Column(nullable = false, precision = 12, scale = 2) @ColumnDefault("0") private BigDecimal amount;',
     "Column('amount', Numeric(12, 2), nullable=False, server_default='0')"),
    ("quantity", "integer", "private Integer quantity;", "Column('quantity', Integer)"),
    ("active", "boolean NOT NULL DEFAULT true",
     '@Column(nullable = false) @ColumnDefault("true") private boolean active;',
     "Column('active', Boolean, nullable=False, server_default='true')"),
    ("day", "date", "private LocalDate day;", "Column('day', Date)"),
    ("created_at", "timestamp(6) with time zone NOT NULL",
     "@Column(name = \"created_at\", nullable = false) private Instant createdAt;",
     "Column('created_at', TIMESTAMP(timezone=True, precision=6), nullable=False)"),
    ("code", "uuid", "private UUID code;", "Column('code', UUID)"),
]


def sql(count):
    """The statements that make it, as one script."""
    lines = []
    for number in range(count):
        table = f"table_{number}"
        columns = ",\n".join(f"    {name} {definition}" for name, definition, *_ in COLUMNS)
        lines.append(f"CREATE TABLE {table} (\n{columns},\n    PRIMARY KEY (id)\n);")
        lines.append(f"CREATE INDEX {table}_name_idx ON {table} (name);")
        lines.append(f"CREATE INDEX {table}_parent_idx ON {table} (parent_id, created_at);")
        if number:
            lines.append(
                f"ALTER TABLE {table} ADD CONSTRAINT {table}_parent_fk FOREIGN KEY (parent_id)"
                f" REFERENCES table_{parent(number)} (id);")
    return "\n".join(lines) + "\n"


def parent(number):
    return (number - 1) // 2


def entities(folder, count):
    """Writes one source file an entity."""
    package = Path(folder) / "shop"
    package.mkdir(parents=True)
    for number in range(count):
        table = f"table_{number}"
        fields = "".join(f"    {java}\n" for _, _, java, _ in COLUMNS if java)
        reference = (
            f'    @ManyToOne @JoinColumn(name = "parent_id", foreignKey = @ForeignKey(name = "{table}_parent_fk"))\n'
            f"    private Table{parent(number)} parent;\n"
            if number else '    @Column(name = "parent_id") private Long parent;\n')
        (package / f"Table{number}.java").write_text(
            "package shop;\n\n"
            "import jakarta.persistence.*;\nimport java.math.BigDecimal;\nimport java.time.*;\nimport java.util.UUID;\n"
            "import org.hibernate.annotations.ColumnDefault;\n\n"
            f'@Entity\n@jakarta.persistence.Table(name = "{table}", indexes = {{\n'
            f'    @Index(name = "{table}_name_idx", columnList = "name"),\n'
            f'    @Index(name = "{table}_parent_idx", columnList = "parent_id, created_at")}})\n'
            f"public class Table{number} {{\n    @Id private Long id;\n{reference}{fields}}}\n", encoding="utf-8")


def models(count):
    """The models of SQLAlchemy."""
    lines = [
        "from sqlalchemy import (BigInteger, Boolean, Column, Date, ForeignKeyConstraint, Index, Integer, MetaData,",
        "    Numeric, String, Table)",
        "from sqlalchemy.dialects.postgresql import TIMESTAMP, UUID",
        "",
        "metadata = MetaData()",
    ]
    for number in range(count):
        table = f"table_{number}"
        lines.append(f"Table('{table}', metadata, Column('id', BigInteger, primary_key=True, autoincrement=False),")
        lines.append("    Column('parent_id', BigInteger),")
        lines.extend(f"    {model}," for _, _, _, model in COLUMNS if model)
        if number:
            lines.append(
                f"    ForeignKeyConstraint(['parent_id'], ['table_{parent(number)}.id'], name='{table}_parent_fk'),")
        lines.append(f"    Index('{table}_name_idx', 'name'), Index('{table}_parent_idx', 'parent_id', 'created_at'))")
    return "\n".join(lines) + "\n"
