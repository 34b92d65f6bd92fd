package org.limbeck.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.limbeck.operation.CommentOn;
import org.limbeck.operation.GrantPrivileges;
import org.limbeck.operation.Operation;
import org.limbeck.operation.RevokePrivileges;
import org.limbeck.operation.SetOwner;
import org.limbeck.schema.Grant;
import org.limbeck.schema.Namespace;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;
import org.limbeck.schema.Schema;

/** Comments, owners and privileges, which come last since what is created again has lost them. */
final class Description {

    private final Schema before;
    private final Schema after;
    private final Rebuild rebuild;
    private final DiffOptions options;

    Description(Schema before, Schema after, Rebuild rebuild, DiffOptions options) {
        this.before = before;
        this.after = after;
        this.rebuild = rebuild;
        this.options = options;
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        comments(operations);
        owners(operations);
        privileges(operations);
        return operations;
    }

    private void comments(List<Operation> operations) {
        Set<ObjectId> ids = new TreeSet<>(before.comments().keySet());
        ids.addAll(after.comments().keySet());
        for (ObjectId id : ids) {
            String from = stays(id) ? before.comments().getOrDefault(id, "") : "";
            String to = after.comments().getOrDefault(id, "");
            if (!from.equals(to) && isThere(id)) {
                operations.add(new CommentOn(id, to, from));
            }
        }
    }

    private void owners(List<Operation> operations) {
        after.owners().forEach((id, owner) -> {
            String from = stays(id) ? before.owners().get(id) : options.role();
            if (!owner.equals(from) && isThere(id)) {
                operations.add(new SetOwner(id, owner, from));
            }
        });
    }

    private void privileges(List<Operation> operations) {
        SortedMap<Privilege, Boolean> from = new TreeMap<>();
        before.grants().stream().filter(grant -> stays(grant.on())).forEach(grant -> put(from, grant));
        NewPrivileges created = new NewPrivileges(before, options.role());
        for (ObjectId id : after.objects().keySet()) {
            if (!stays(id)) {
                created.of(id).forEach(grant -> put(from, grant));
            }
        }
        SortedMap<Privilege, Boolean> to = new TreeMap<>();
        unsaid(before, after).forEach(grant -> put(from, grant));
        unsaid(after, before).forEach(grant -> put(to, grant));
        after.grants().stream().filter(grant -> isThere(grant.on())).forEach(grant -> put(to, grant));
        SortedMap<Privilege, Boolean> revoked = new TreeMap<>();
        from.forEach((privilege, grantable) -> {
            Boolean wanted = to.get(privilege);
            if (isThere(privilege.on) && (wanted == null || (grantable && !wanted))) {
                revoked.put(privilege, grantable);
            }
        });
        SortedMap<Privilege, Boolean> granted = new TreeMap<>();
        to.forEach((privilege, grantable) -> {
            if (!grantable.equals(from.get(privilege))) {
                granted.put(privilege, grantable);
            }
        });
        grants(revoked).forEach(grant -> operations.add(new RevokePrivileges(grant)));
        grants(granted).forEach(grant -> operations.add(new GrantPrivileges(grant)));
    }

    /** What everybody may do by default privileges, or with the schema public, where only the other schema says so. */
    private List<Grant> unsaid(Schema schema, Schema other) {
        Set<ObjectId> said = saidOfEverybody(schema);
        return saidOfEverybody(other).stream()
                .filter(id -> !said.contains(id))
                .map(id -> new Grant(id, Grant.PUBLIC, given(id), false))
                .toList();
    }

    private Set<String> given(ObjectId id) {
        return id.equals(Namespace.PUBLIC)
                ? Namespace.givenPrivileges(options.serverMajor())
                : id.publicPrivilege().map(Set::of).orElse(Set.of());
    }

    private static Set<ObjectId> saidOfEverybody(Schema schema) {
        return schema.grants().stream()
                .filter(grant -> grant.role().equals(Grant.PUBLIC))
                .map(Grant::on)
                .filter(id -> id.kind() == ObjectKind.DEFAULT_PRIVILEGES || id.equals(Namespace.PUBLIC))
                .collect(Collectors.toSet());
    }

    private static void put(Map<Privilege, Boolean> all, Grant grant) {
        grant.privileges()
                .forEach(privilege -> all.put(new Privilege(grant.on(), grant.role(), privilege), grant.grantable()));
    }

    private static List<Grant> grants(SortedMap<Privilege, Boolean> privileges) {
        List<Grant> grants = new ArrayList<>();
        privileges.forEach((privilege, grantable) -> {
            Grant last = grants.isEmpty() ? null : grants.get(grants.size() - 1);
            Set<String> words = new TreeSet<>(Set.of(privilege.word));
            if (last != null && privilege.follows(last) && last.grantable() == grantable) {
                words.addAll(last.privileges());
                grants.remove(grants.size() - 1);
            }
            grants.add(new Grant(privilege.on, privilege.role, words, grantable));
        });
        return grants;
    }

    /** Whether the object was there and stays without being created again. */
    private boolean stays(ObjectId id) {
        if (id.kind() == ObjectKind.DEFAULT_PRIVILEGES) {
            return isThere(id) && !goes(id.name().schema(), after, before);
        }
        return Elements.contains(before, id)
                && Elements.contains(after, id)
                && !rebuild.contains(id)
                && !rebuild.contains(id.owner())
                && tableStays(id);
    }

    private boolean tableStays(ObjectId id) {
        return !id.kind().belongsToTable() || !rebuild.contains(Elements.relation(before, id.name()));
    }

    private boolean isThere(ObjectId id) {
        if (id.kind() == ObjectKind.DEFAULT_PRIVILEGES) {
            return !goes(id.name().schema(), before, after);
        }
        return Elements.contains(after, id) || id.kind() == ObjectKind.SCHEMA || isViewColumn(id);
    }

    /** Default privileges in a schema go with it. The default schema is in none of both. */
    private static boolean goes(@Nullable String schema, Schema from, Schema to) {
        ObjectId id = schema == null ? null : ObjectId.of(ObjectKind.SCHEMA, schema);
        return id != null && from.object(id) != null && to.object(id) == null;
    }

    private boolean isViewColumn(ObjectId id) {
        return id.kind() == ObjectKind.COLUMN && Elements.contains(after, Elements.relation(after, id.name()));
    }

    private record Privilege(ObjectId on, String role, String word) implements Comparable<Privilege> {

        private static final Comparator<Privilege> ORDER = Comparator.comparing(Privilege::on)
                .thenComparing(Privilege::role)
                .thenComparing(Privilege::word);

        boolean follows(Grant grant) {
            return on.equals(grant.on()) && role.equals(grant.role());
        }

        @Override
        public int compareTo(@Nullable Privilege other) {
            return ORDER.compare(this, Objects.requireNonNull(other));
        }
    }
}
