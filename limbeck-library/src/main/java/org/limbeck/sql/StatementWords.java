package org.limbeck.sql;

/**
 * The few words of a statement that say where it ends: the body of an SQL function (BEGIN ATOMIC ... END) holds
 * semicolons, and COPY ... FROM STDIN is followed by something that is no SQL.
 */
final class StatementWords {

    /** CREATE OR REPLACE FUNCTION: no statement needs more words to be told apart. */
    private static final int HEAD = 4;

    private final String[] head = new String[HEAD];
    private int count;
    private String previous = "";
    private boolean createsRoutine;
    private boolean copies;
    private boolean copiesFromClient;
    private int bodyDepth;

    void clear() {
        count = 0;
        previous = "";
        createsRoutine = false;
        copies = false;
        copiesFromClient = false;
        bodyDepth = 0;
    }

    /** Whether the next word can still change anything. */
    boolean matter() {
        return count < HEAD || createsRoutine || copies;
    }

    /** Something that is no word came; a full stop makes the next word part of a name. */
    void other(String symbol) {
        previous = symbol;
    }

    void word(String word, boolean topLevel) {
        if (count < HEAD) {
            head[count++] = word;
            copies = head[0].equals("copy");
            createsRoutine = createsRoutine || (head[0].equals("create") && routineAt(orReplace() ? 3 : 1));
        }
        boolean partOfName = previous.equals(".") || previous.equals("as");
        if (topLevel && createsRoutine && !partOfName) {
            body(word);
        }
        if (topLevel && copies) {
            copiesFromClient = (word.equals("stdin") && previous.equals("from"))
                    || (word.equals("stdout") && previous.equals("to"));
        }
        previous = word;
    }

    boolean insideBody() {
        return bodyDepth > 0;
    }

    boolean copiesFromClient() {
        return copiesFromClient;
    }

    private void body(String word) {
        if (bodyDepth == 0) {
            if (word.equals("atomic") && previous.equals("begin")) {
                bodyDepth = 1;
            }
        } else if (word.equals("case")) {
            bodyDepth++;
        } else if (word.equals("end")) {
            bodyDepth--;
        }
    }

    private boolean orReplace() {
        return count > 2 && head[1].equals("or") && head[2].equals("replace");
    }

    private boolean routineAt(int index) {
        return count == index + 1 && (head[index].equals("function") || head[index].equals("procedure"));
    }
}
