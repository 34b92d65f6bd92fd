package shop;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.limbeck.jpa.ManagedByMigrations;

/** All classes of the model. */
public final class Shop {

    private Shop() {}

    /** What an application would list. */
    public static List<Class<?>> classes() {
        return Stream.of(Columns.class, Relations.class, Inheritance.class, Keys.class)
                .flatMap(group -> Arrays.stream(group.getDeclaredClasses()))
                .filter(type -> Arrays.stream(type.getAnnotations())
                        .anyMatch(annotation ->
                                annotation.annotationType().getName().startsWith("jakarta.persistence")))
                .toList();
    }

    /** Those whose tables autogenerate makes. */
    public static List<Class<?>> managedClasses() {
        return classes().stream()
                .filter(type -> !type.isAnnotationPresent(ManagedByMigrations.class))
                .toList();
    }

    /** An entity with a named enum, and the smallest other values. */
    public static Object thingInRed(long id) {
        Columns.Enums thing = new Columns.Enums();
        thing.id = id;
        thing.named = Columns.Color.RED;
        thing.size = Columns.Size.SMALL;
        return thing;
    }

    /** The value that such a thing has. */
    public static Object red() {
        return Columns.Color.RED;
    }

    /** Whether it was read as it was written. */
    public static boolean isRed(Object thing) {
        return thing instanceof Columns.Enums enums
                && enums.named == Columns.Color.RED
                && enums.size == Columns.Size.SMALL;
    }
}
