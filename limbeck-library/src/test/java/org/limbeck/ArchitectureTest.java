package org.limbeck;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the packages of the library to the table of ARCHITECTURE.md. */
class ArchitectureTest {

    private static final JavaClasses LIBRARY = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.limbeck");

    /** One package and what it may use. */
    record Row(String packageName, Set<String> mayUse) {

        static Row of(String packageName, String... mayUse) {
            return new Row(packageName, Set.of(mayUse));
        }
    }

    /** The table, lowest first. */
    static Stream<Row> rows() {
        return Stream.of(
                Row.of("problem"),
                Row.of("schema", "problem"),
                Row.of("operation", "schema", "problem"),
                Row.of("sql", "operation", "schema", "problem"),
                Row.of("ddl", "schema", "sql", "problem"),
                Row.of("safety", "ddl", "operation", "schema", "sql", "problem"),
                Row.of("catalog", "safety", "ddl", "schema", "sql", "problem"),
                Row.of("diff", "operation", "schema", "sql", "problem"),
                Row.of("graph", "problem"),
                Row.of("migration", "operation", "schema", "problem"),
                Row.of("source", "operation", "schema", "sql", "problem"),
                Row.of("script", "source", "migration", "graph", "sql", "problem"),
                Row.of(
                        "plan",
                        "safety",
                        "ddl",
                        "script",
                        "migration",
                        "graph",
                        "operation",
                        "schema",
                        "sql",
                        "problem"),
                Row.of("execute", "plan", "migration", "graph", "operation", "schema", "sql", "problem"),
                Row.of(
                        "verify",
                        "execute",
                        "plan",
                        "migration",
                        "catalog",
                        "diff",
                        "operation",
                        "schema",
                        "sql",
                        "problem"),
                Row.of("takeover", "schema", "sql", "problem"),
                Row.of("foreign", "takeover", "script", "source", "graph", "schema", "sql", "problem"),
                Row.of("desired", "catalog", "schema", "sql", "problem"),
                Row.of("report", "verify", "safety", "plan", "graph", "script", "diff", "operation", "sql", "problem"),
                Row.of(
                        "report.html",
                        "report",
                        "execute",
                        "safety",
                        "plan",
                        "migration",
                        "diff",
                        "operation",
                        "schema",
                        "sql",
                        "problem"),
                Row.of("setting", "problem"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void usesOnlyWhatItsRowAllows(Row row) {
        String[] allowed = Stream.concat(Stream.of(row.packageName()), row.mayUse.stream())
                .map(name -> "org.limbeck." + name)
                .toArray(String[]::new);
        DescribedPredicate<JavaClass> ownButNotAllowed =
                resideInAPackage("org.limbeck..").and(DescribedPredicate.not(resideInAnyPackage(allowed)));
        noClasses()
                .that()
                .resideInAPackage("org.limbeck." + row.packageName())
                .should()
                .dependOnClassesThat(ownButNotAllowed)
                .check(LIBRARY);
    }

    @Test
    void everyPackageHasARow() {
        Set<String> expected = rows().map(Row::packageName).collect(Collectors.toSet());
        Set<String> actual = new TreeSet<>();
        for (JavaClass found : LIBRARY) {
            String name = found.getPackageName();
            if (!name.equals("org.limbeck")) {
                actual.add(name.substring("org.limbeck.".length()));
            }
        }
        assertThat(actual).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("org.limbeck.(*)..").should().beFreeOfCycles().check(LIBRARY);
    }

    @Test
    void someArePureAndNeverTouchFilesDatabasesOrTheClock() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.limbeck.schema",
                        "org.limbeck.operation",
                        "org.limbeck.diff",
                        "org.limbeck.graph",
                        "org.limbeck.ddl",
                        "org.limbeck.safety",
                        "org.limbeck.source")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "java.nio.file..", "java.io..")
                        .or(DescribedPredicate.describe(
                                "the clock", used -> used.getName().equals("java.time.Clock"))))
                .check(LIBRARY);
    }

    @Test
    void nothingButTheJdkAndTheDriverIsNeeded() {
        classes()
                .that(alwaysTrue())
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "org.limbeck..",
                        "java..",
                        "javax.sql..",
                        "javax.tools..",
                        "javax.lang.model..",
                        "org.postgresql..",
                        "org.jspecify.."))
                .check(LIBRARY);
    }
}
