package shop;

import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;

/** The three forms, and mapped superclasses. */
final class Inheritance {

    private Inheritance() {}

    @MappedSuperclass
    abstract static class Traced {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        Instant changedAt;
    }

    @Entity(name = "Note")
    static class Note extends Traced {
        String text;
    }

    @Entity(name = "Reminder")
    static class Reminder extends Traced {
        Instant due;
    }

    @Entity(name = "Vehicle")
    @DiscriminatorColumn(name = "kind", length = 10)
    abstract static class Vehicle {
        @Id
        long id;
    }

    @Entity(name = "Car")
    @DiscriminatorValue("car")
    static class Car extends Vehicle {
        int doors;
    }

    @Entity(name = "Truck")
    @DiscriminatorValue("truck")
    static class Truck extends Vehicle {
        int load;

        @ManyToOne
        Car towed;
    }

    @Entity(name = "Account")
    @jakarta.persistence.Inheritance(strategy = InheritanceType.JOINED)
    abstract static class Account {
        @Id
        long id;

        String owner;
    }

    @Entity(name = "Savings")
    static class Savings extends Account {
        int interest;
    }

    @Entity(name = "Checking")
    static class Checking extends Account {
        int overdraft;
    }

    @Entity(name = "Shape")
    @jakarta.persistence.Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    abstract static class Shape {
        @Id
        long id;

        @ManyToOne
        Note note;
    }

    @Entity(name = "Circle")
    static class Circle extends Shape {
        double radius;
    }

    @Entity(name = "Square")
    static class Square extends Shape {
        double side;
    }
}
