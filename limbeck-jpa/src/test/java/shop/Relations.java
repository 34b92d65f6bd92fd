package shop;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SecondaryTable;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** Tables that refer to one another. */
final class Relations {

    private Relations() {}

    @Entity(name = "Customer")
    static class Customer {
        @Id
        long id;

        @OneToMany(mappedBy = "customer", cascade = CascadeType.ALL)
        List<Purchase> purchases = new ArrayList<>();
    }

    @Entity(name = "Purchase")
    static class Purchase {
        @Id
        long id;

        @ManyToOne(optional = false)
        @OnDelete(action = OnDeleteAction.CASCADE)
        Customer customer;

        @ManyToOne
        @OnDelete(action = OnDeleteAction.SET_NULL)
        Customer giver;

        @ManyToOne
        @JoinColumn(name = "agent", foreignKey = @ForeignKey(name = "purchase_agent_fk"))
        Customer agent;

        @ManyToOne
        @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        Customer unchecked;

        @ManyToOne
        @JoinColumn(foreignKey = @ForeignKey(name = "FKb9cv22oo7xyp84hhqxbgpd4x8"))
        Customer pinned;
    }

    @Entity(name = "Passport")
    static class Passport {
        @Id
        long id;

        @OneToOne(optional = false)
        Customer holder;
    }

    @Entity(name = "Detail")
    static class Detail {
        @Id
        long id;

        @MapsId
        @OneToOne
        @OnDelete(action = OnDeleteAction.CASCADE)
        Purchase purchase;
    }

    @Entity(name = "Student")
    static class Student {
        @Id
        long id;

        @ManyToMany
        Set<Course> courses = new HashSet<>();

        @ManyToMany
        @JoinTable(
                name = "friendship",
                joinColumns = @JoinColumn(name = "one"),
                inverseJoinColumns = @JoinColumn(name = "other"))
        Set<Student> friends = new HashSet<>();
    }

    @Entity(name = "Course")
    static class Course {
        @Id
        String code;

        @ManyToMany(mappedBy = "courses")
        Set<Student> students = new HashSet<>();

        @OneToMany
        List<Lesson> lessons = new ArrayList<>();

        @OneToMany
        @JoinColumn(name = "course_code")
        @OrderColumn(name = "place")
        List<Exam> exams = new ArrayList<>();
    }

    @Entity(name = "Lesson")
    static class Lesson {
        @Id
        long id;
    }

    @Entity(name = "Exam")
    static class Exam {
        @Id
        long id;
    }

    @Entity(name = "Recipe")
    static class Recipe {
        @Id
        long id;

        @ElementCollection
        @OrderColumn
        List<String> steps = new ArrayList<>();

        @ElementCollection
        Set<String> tags = new HashSet<>();

        @ElementCollection
        @CollectionTable(name = "recipe_names", joinColumns = @JoinColumn(name = "recipe"))
        @MapKeyColumn(name = "language", length = 5)
        @Column(name = "name", nullable = false)
        Map<String, String> names = new HashMap<>();

        @ElementCollection
        @MapKeyEnumerated(jakarta.persistence.EnumType.STRING)
        Map<Columns.Color, Integer> votes = new HashMap<>();

        @ElementCollection
        List<Address> places = new ArrayList<>();
    }

    @Embeddable
    static class Address {
        @Column(nullable = false)
        String street;

        String city;
    }

    @Entity(name = "Person")
    static class Person {
        @Id
        long id;

        @Embedded
        Address home;

        @Embedded
        @jakarta.persistence.AttributeOverride(name = "street", column = @Column(name = "work_street"))
        @jakarta.persistence.AttributeOverride(name = "city", column = @Column(name = "work_city"))
        Address work;
    }

    @Embeddable
    static class LineId implements Serializable {
        private static final long serialVersionUID = 1L;

        long purchase;
        int line;

        @Override
        public boolean equals(Object other) {
            return other instanceof LineId that && purchase == that.purchase && line == that.line;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(purchase) + line;
        }
    }

    @Entity(name = "Line")
    static class Line {
        @EmbeddedId
        LineId id;

        @MapsId("purchase")
        @ManyToOne
        @OnDelete(action = OnDeleteAction.CASCADE)
        Purchase purchase;
    }

    static class RateId implements Serializable {
        private static final long serialVersionUID = 1L;

        String currency;
        int year;

        @Override
        public boolean equals(Object other) {
            return other instanceof RateId that && currency.equals(that.currency) && year == that.year;
        }

        @Override
        public int hashCode() {
            return currency.hashCode() + year;
        }
    }

    @Entity(name = "Rate")
    @IdClass(RateId.class)
    static class Rate {
        @Id
        String currency;

        @Id
        int year;
    }

    @Entity(name = "Payment")
    static class Payment {
        @Id
        long id;

        @ManyToOne
        @JoinColumn(name = "rate_currency", referencedColumnName = "currency")
        @JoinColumn(name = "rate_year", referencedColumnName = "year")
        Rate rate;
    }

    @Entity(name = "Employee")
    @SecondaryTable(name = "employee_private")
    static class Employee {
        @Id
        long id;

        @ManyToOne
        Employee boss;

        @Column(table = "employee_private")
        String salary;
    }
}
