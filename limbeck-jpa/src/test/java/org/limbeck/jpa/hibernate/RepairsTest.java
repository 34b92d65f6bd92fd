package org.limbeck.jpa.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Statement by statement, what leaves Hibernate's export and what stays. */
class RepairsTest {

    @Test
    void namesThatNobodyGaveAreLeftOut() {
        assertThat(repaired(
                        "alter table if exists a add constraint FK1 foreign key (b_id) references b on delete cascade"))
                .containsExactly("alter table a add foreign key (b_id) references b on delete cascade");
        assertThat(repaired("alter table a add constraint UK1 unique (b, c)"))
                .containsExactly("alter table a add unique (b, c)");
        assertThat(repaired("create index IDX1 on a (b desc)")).containsExactly("create index on a (b desc)");
        assertThat(repaired("create unique index \"IDX1\" on a ((lower(b)))"))
                .containsExactly("create unique index on a ((lower(b)))");
    }

    @Test
    void namesThatSomebodyGaveStay() {
        String foreignKey = "alter table a add constraint a_b_fk foreign key (b_id) references b";
        String index = "create index \"a b\" on a (b)";
        assertThat(repaired(foreignKey)).containsExactly(foreignKey);
        assertThat(repaired(index)).containsExactly(index);
    }

    @Test
    void aUniqueConstraintThatIsNoneBecomesAnIndex() {
        assertThat(repaired("create table a (id bigint not null, b text, primary key (id),"
                        + " constraint a_b unique (b) where not c, unique (id, b desc), unique (b))"))
                .containsExactly(
                        "create table a (id bigint not null, b text, primary key (id), unique (b))",
                        "create unique index a_b on a (b) where not c",
                        "create unique index on a (id, b desc)");
        assertThat(repaired("alter table a add constraint UK1 unique (b) nulls not distinct"))
                .containsExactly("create unique index on a (b) nulls not distinct");
    }

    @Test
    void optionsOfConstraintsStayWithThem() {
        String table = "create table a (b text, c text, unique (b) deferrable initially deferred,"
                + " constraint d unique (c) include (b))";
        assertThat(repaired(table)).containsExactly(table);
    }

    @Test
    void nothingInQuotesIsTakenForSyntax() {
        String table = "create table \"a, (b\" (\"x ) unique (y desc)\" text default '), unique (z desc)' not null)";
        assertThat(repaired(table)).containsExactly(table);
    }

    @Test
    void quotesInCommentsAreDoubledOnce() {
        assertThat(repaired("comment on table a is 'it's a; test'"))
                .containsExactly("comment on table a is 'it''s a; test'");
        assertThat(repaired("comment on column a.b is 'it''s done'"))
                .containsExactly("comment on column a.b is 'it''s done'");
        assertThat(repaired("comment on column a.b is ''")).containsExactly("comment on column a.b is ''");
    }

    private static List<String> repaired(String statement) {
        return Repairs.repair(statement, name -> List.of("FK1", "UK1", "IDX1").contains(name));
    }
}
