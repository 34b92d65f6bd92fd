package org.limbeck.safety;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.limbeck.ddl.DdlStatement;
import org.limbeck.ddl.DdlStatement.AlterDomain;
import org.limbeck.ddl.DdlStatement.OnTable;
import org.limbeck.schema.QualifiedName;
import org.limbeck.sql.Identifiers;

/** The effects of statements that need no more than a few words. */
record SmallStatements(Scope scope) {

    void apply(DdlStatement statement) {
        if (statement instanceof OnTable onTable) {
            onTable(onTable);
        } else if (statement instanceof DdlStatement.Statistics statistics) {
            statistics(statistics);
        } else if (statement instanceof DdlStatement.Publication publication) {
            publication.tables().forEach(table -> lock(table, LockMode.SHARE_UPDATE_EXCLUSIVE));
        } else if (statement instanceof DdlStatement.Comment comment) {
            lock(comment.relation(), comment.member() ? LockMode.ACCESS_SHARE : LockMode.SHARE_UPDATE_EXCLUSIVE);
        } else if (statement instanceof DdlStatement.Privileges privileges) {
            privileges(privileges);
        } else if (statement instanceof DdlStatement.AlterSequence alter) {
            lock(alter.sequence(), LockMode.SHARE_ROW_EXCLUSIVE);
            lock(alter.ownedBy(), LockMode.ACCESS_SHARE);
        } else if (statement instanceof AlterDomain domain) {
            domain(domain);
        } else if (statement instanceof DdlStatement.AlterEnum altered) {
            enumeration(altered);
        } else if (statement instanceof DdlStatement.AlterComposite composite) {
            composite(composite);
        } else if (statement instanceof DdlStatement.NewObject object) {
            created(object);
        } else if (statement instanceof DdlStatement.ChangeObject change && change.breaking()) {
            scope.effects().breaksRelease("programs that use it may fail");
        } else if (statement instanceof DdlStatement.SetSetting setting) {
            setting(setting);
        }
    }

    private @Nullable RelationFacts lock(@Nullable QualifiedName name, LockMode mode) {
        RelationFacts relation = name == null ? null : scope.find(name, false);
        if (relation != null) {
            scope.effects().lock(relation, mode);
        }
        return relation;
    }

    private void onTable(OnTable statement) {
        boolean createsTrigger =
                statement.kind().equals("trigger") && statement.verb().equals("create");
        LockMode mode = createsTrigger ? LockMode.SHARE_ROW_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE;
        RelationFacts table = lock(statement.table(), mode);
        lock(statement.other(), LockMode.ACCESS_SHARE);
        if (table != null && statement.kind().equals("trigger")) {
            scope.lockWithParts(table, mode);
        }
    }

    private void statistics(DdlStatement.Statistics statistics) {
        lock(statistics.table(), LockMode.SHARE_UPDATE_EXCLUSIVE);
        if (statistics.verb().equals("drop")) {
            for (QualifiedName name : statistics.names()) {
                Long oid = scope.world().facts().statistics().get(name);
                RelationFacts table = oid == null ? null : scope.world().find(oid);
                if (table != null) {
                    scope.effects().lock(table, LockMode.SHARE_UPDATE_EXCLUSIVE);
                }
            }
        }
    }

    private void privileges(DdlStatement.Privileges privileges) {
        for (QualifiedName name : privileges.tables()) {
            RelationFacts relation = scope.find(name, false);
            if (relation != null && scope.world().major() >= 18) {
                scope.effects().lock(relation, LockMode.ACCESS_SHARE);
            }
        }
        if (privileges.revoke()) {
            scope.effects().breaksRelease("programs may lack a privilege that they use");
        }
    }

    private void domain(AlterDomain alter) {
        String text = Identifiers.quoted(alter.domain());
        if (alter.action() == AlterDomain.Action.CATALOG_ONLY) {
            return;
        }
        List<Long> tables = scope.world().facts().domainTables().getOrDefault(text, List.of());
        for (RelationFacts table : scope.world().all(tables)) {
            scope.effects().lock(table, LockMode.SHARE);
            scope.effects().scan(table);
            scope.effects().because("every table with a column of the domain is read");
        }
    }

    private void enumeration(DdlStatement.AlterEnum altered) {
        if (altered.rename()) {
            scope.effects().breaksRelease("programs that run now know the value " + altered.value());
        } else {
            scope.world().addValue(altered.type(), altered.value());
        }
    }

    private void composite(DdlStatement.AlterComposite composite) {
        RelationFacts type = lock(composite.type(), LockMode.ACCESS_EXCLUSIVE);
        if (type == null) {
            return;
        }
        List<Long> typed = scope.world().facts().typedTables().getOrDefault(type.oid(), List.of());
        for (RelationFacts table : scope.world().all(typed)) {
            scope.effects().lock(table, LockMode.ACCESS_EXCLUSIVE);
            if (!composite.cascade()) {
                scope.effects().fails("2BP01", table.name() + " is a table of this type");
            } else if (composite.dropsAttribute()) {
                scope.effects().unknown("what becomes of " + table.name() + " is not looked into");
            }
        }
        if (composite.dropsAttribute()) {
            scope.effects().breaksRelease("programs that use the type may fail");
        }
    }

    private void created(DdlStatement.NewObject object) {
        QualifiedName name = object.name();
        if (name == null) {
            return;
        }
        switch (object.kind()) {
            case "sequence" -> scope.world().create(name);
            case "enum", "type" -> scope.world().createType(name);
            case "domain", "function", "procedure" -> scope.world().becomesUncertain();
            default -> {
                // Nothing that a later statement asks for.
            }
        }
    }

    private void setting(DdlStatement.SetSetting setting) {
        switch (setting.name().toLowerCase(Locale.ROOT)) {
            case "timezone" -> {
                if (setting.value() == null) {
                    scope.effects().unknown("the time zone that is the default is not looked into");
                } else {
                    scope.world().timeZone(setting.value());
                }
            }
            case "search_path" -> scope.world().pathChanges();
            default -> {
                // Other settings change no effect.
            }
        }
    }
}
