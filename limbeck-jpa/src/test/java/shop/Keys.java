package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.HashSet;
import java.util.Set;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.Subselect;
import org.hibernate.annotations.View;
import org.limbeck.jpa.ManagedByMigrations;

/** Unique keys and indexes, and entities that are no table of Hibernate's. */
final class Keys {

    private Keys() {}

    @Entity(name = "UniqueThing")
    @Table(
            uniqueConstraints = {
                @UniqueConstraint(columnNames = {"first", "second"}),
                @UniqueConstraint(name = "unique_thing_second", columnNames = "second"),
                @UniqueConstraint(
                        name = "unique_thing_late",
                        columnNames = "third",
                        options = "deferrable initially deferred")
            })
    static class UniqueThing {
        @Id
        long id;

        String first;
        String second;
        String third;

        @NaturalId
        String code;
    }

    @Entity(name = "Indexed")
    @Table(
            indexes = {
                @Index(columnList = "first"),
                @Index(name = "indexed_order", columnList = "first, second desc"),
                @Index(columnList = "second", unique = true),
                @Index(name = "indexed_named_unique", columnList = "third", unique = true)
            })
    static class Indexed {
        @Id
        long id;

        String first;
        String second;
        String third;
    }

    @Entity(name = "PartiallyIndexed")
    @Table(
            name = "partially_indexed",
            indexes = {
                @Index(name = "partial_plain", columnList = "mail", options = "where not deleted"),
                @Index(name = "partial_unique", columnList = "mail", unique = true, options = "where not deleted"),
                @Index(columnList = "owner", unique = true, options = "where deleted"),
                @Index(name = "unique_descending", columnList = "owner desc, mail", unique = true),
                @Index(name = "covering", columnList = "owner, id", unique = true, options = "include (mail)"),
                @Index(
                        name = "covering_part",
                        columnList = "id, mail",
                        unique = true,
                        options = "include (owner) where deleted"),
                @Index(name = "by_expression", columnList = "(lower(mail))"),
                @Index(
                        name = "unique_expression",
                        columnList = "(lower(owner))",
                        unique = true,
                        options = "where deleted")
            })
    static class PartiallyIndexed {
        @Id
        long id;

        String mail;
        String owner;
        boolean deleted;
    }

    @Entity(name = "Product")
    @Table(name = "product", schema = "sales")
    static class Product {
        @Id
        long id;

        @ManyToMany
        @JoinTable(schema = "sales", inverseJoinColumns = @JoinColumn(name = "part"))
        Set<Product> parts = new HashSet<>();

        @Column(unique = true)
        String number;
    }

    @Entity(name = "QuotedName")
    @Table(name = "\"Quoted Name\"", indexes = @Index(columnList = "value"))
    static class QuotedName {
        @Id
        long id;

        String value;
    }

    @Entity(name = "Total")
    @View(query = "select id as purchase, 1 as total from Purchase")
    @Immutable
    static class Total {
        @Id
        long purchase;

        int total;
    }

    @Entity(name = "Summary")
    @Subselect("select id from Purchase")
    @Immutable
    static class Summary {
        @Id
        long id;
    }

    @Entity(name = "Foreign")
    @Table(name = "Foreign_Owner", schema = "sales")
    @ManagedByMigrations
    static class OwnedElsewhere {
        @Id
        long id;

        @ManyToMany
        @JoinTable(name = "foreign_parts")
        Set<Product> parts = new HashSet<>();
    }
}
