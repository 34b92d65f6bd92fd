package org.limbeck.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a graph or with a request to it, as data. The text for people is made by the caller, who knows the files.
 * Revisions are named by their identifiers; a position is the index in the collection that the graph was made of.
 */
public sealed interface GraphProblem {

    /** The exception that carries this problem. */
    default GraphException exception() {
        return new GraphException(this);
    }

    /**
     * An identifier that no revision may have.
     *
     * @param id as it was written
     * @param position the revision that has it
     * @param flaw what is wrong with it
     * @param offending the forbidden character or characters; empty where the flaw is another one
     */
    record InvalidId(String id, int position, Flaw flaw, String offending) implements GraphProblem {

        /** Why an identifier is not valid. */
        public enum Flaw {
            /** It is empty. */
            EMPTY,
            /** It has more than 32 characters, which the version table can't hold. */
            TOO_LONG,
            /** It has a character that separates parts of a target. */
            FORBIDDEN_CHARACTER,
            /** It is a word with a meaning of its own in a target. */
            RESERVED
        }
    }

    /**
     * Several revisions have the same identifier.
     *
     * @param id the identifier
     * @param positions all revisions that have it, at least two
     */
    record DuplicateRevision(String id, List<Integer> positions) implements GraphProblem {}

    /**
     * A label is used by two revisions, twice by one, or equals an identifier.
     *
     * @param label the label
     * @param revision the revision that declares it
     * @param owner the revision that has the name already
     */
    record DuplicateLabel(String label, String revision, String owner) implements GraphProblem {}

    /**
     * A revision refers to one that does not exist.
     *
     * @param revision who refers
     * @param missing to what
     * @param relation by which declaration
     * @param nearest names that exist and are spelled much the same, best first
     */
    record MissingRevision(String revision, String missing, Relation relation, List<String> nearest)
            implements GraphProblem {

        /** How one revision refers to another. */
        public enum Relation {
            REVISES,
            DEPENDS_ON
        }
    }

    /**
     * Revisions that stand on each other, by parents and dependencies together.
     *
     * @param revisions the cycle: each stands on the next, the last on the first; one alone refers to itself
     */
    record Cycle(List<String> revisions) implements GraphProblem {}

    /**
     * A name that is no revision, no label and no beginning of one.
     *
     * @param name what was asked for
     * @param origin where it was said
     * @param nearest names that exist and are spelled much the same, best first
     */
    record UnknownRevision(String name, Origin origin, List<String> nearest) implements GraphProblem {

        /** Where a name comes from. */
        public enum Origin {
            /** A target, or a part of it. */
            TARGET,
            /** A relative step where only a name can stand. */
            RELATIVE_STEP,
            /** A row of the version table. */
            ROW
        }
    }

    /**
     * A partial identifier that several names begin with.
     *
     * @param partial what was asked for
     * @param candidates all identifiers and labels that begin with it
     */
    record AmbiguousId(String partial, List<String> candidates) implements GraphProblem {}

    /**
     * One revision was asked for and there are several heads.
     *
     * @param target what was asked for
     * @param heads the heads it stands for
     */
    record SeveralHeads(String target, List<String> heads) implements GraphProblem {}

    /**
     * A relative step can go several ways.
     *
     * @param target what was asked for
     * @param at the revision where the ways part; null stands for the empty database
     * @param direction which way it went
     * @param count how many steps were asked for
     * @param taken how many steps were taken until here
     * @param candidates the revisions that could come next
     */
    record AmbiguousStep(
            String target, @Nullable String at, Direction direction, int count, int taken, List<String> candidates)
            implements GraphProblem {}

    /**
     * A relative step goes past the end, or the wrong way.
     *
     * @param target what was asked for
     * @param asked steps asked for, below zero for down
     * @param got steps there are that way, not signed
     */
    record TooFewRevisions(String target, int asked, int got) implements GraphProblem {}

    /**
     * A relative step from the rows of the version table, and several rows that it could start from.
     *
     * @param target what was asked for
     * @param rows the rows or revisions it could start from
     */
    record AmbiguousRows(String target, List<String> rows) implements GraphProblem {}

    /**
     * A target that exists and can't be reached in this way.
     *
     * @param target what was asked for
     * @param reason why not
     * @param involved what it can't be reached from: the rows, the branch or the other end of the range
     */
    record InvalidTarget(String target, Reason reason, List<String> involved) implements GraphProblem {

        /** Why a target can't be reached. */
        public enum Reason {
            /** The revision is not in the lineage of the branch that was named with it; involved is the branch. */
            NOT_ON_BRANCH,
            /** A downgrade to something that is not applied; involved are the rows. */
            NOT_APPLIED,
            /** A downgrade with a branch of which nothing stands on the target; involved is the branch. */
            NOTHING_ON_BRANCH,
            /** A step down a branch of which nothing is applied; involved are the rows. */
            BRANCH_NOT_APPLIED,
            /** The ends of a range are not ancestor and descendant; involved is the lower end. */
            NOT_RELATED,
            /** A range where a single revision is wanted. */
            RANGE_NOT_ALLOWED,
            /** Not of the form lower:upper where a range is wanted. */
            NOT_A_RANGE
        }
    }

    /**
     * Revisions were given side by side and one stands on another.
     *
     * @param revision the upper one
     * @param others those that it stands on
     * @param given as what they were given
     */
    record OverlappingRevisions(String revision, List<String> others, Given given) implements GraphProblem {

        /** As what overlapping revisions were given. */
        public enum Given {
            TARGETS,
            ROWS,
            PARENTS
        }
    }

    /**
     * The chosen parent of a new revision is not a head, and no splice was asked for.
     *
     * @param revision the chosen parent
     * @param children what stands on it already
     */
    record NotAHead(String revision, List<String> children) implements GraphProblem {}

    /**
     * The parents of a new revision name one revision twice.
     *
     * @param revision the parent
     */
    record DuplicateHeads(String revision) implements GraphProblem {}
}
