package org.limbeck.execute;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends statements, as many as possible in one message: the round trips saved are most of what a client can save. Only
 * what may answer with rows goes alone.
 */
record StatementSender(Connection connection) {

    /** What the server answers to a statement. */
    enum Answer {
        /** Nobody can say; its words tell whether there may be rows. */
        ANY,
        /** That it is done. */
        DONE,
        /** That it changed one row; any other number is an error. */
        ONE_ROW
    }

    /** A statement to send. */
    record Sent(org.limbeck.sql.Statement statement, Answer answer) {

        boolean mayReturnRows() {
            return answer == Answer.ANY && statement.mayReturnRows();
        }
    }

    /** Says which of the statements failed. */
    static final class FailedStatementException extends Exception {

        private static final long serialVersionUID = 1L;

        private final int index;
        private final SQLException failure;

        FailedStatementException(int index, SQLException failure) {
            super(failure);
            this.index = index;
            this.failure = failure;
        }

        /** Which statement, counted from 0. */
        int index() {
            return index;
        }

        SQLException failure() {
            return failure;
        }
    }

    /** Says that a statement that should have hit one row hit another number. */
    static final class MissedRowException extends Exception {

        private static final long serialVersionUID = 1L;

        MissedRowException(String statement) {
            super(statement);
        }
    }

    void send(List<Sent> all) throws FailedStatementException, MissedRowException {
        List<Sent> together = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).mayReturnRows()) {
                sendTogether(together, first);
                together.clear();
                first = i + 1;
                sendAlone(all.get(i), i);
            } else {
                together.add(all.get(i));
            }
        }
        sendTogether(together, first);
    }

    private void sendAlone(Sent sent, int index) throws FailedStatementException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sent.statement().text());
        } catch (SQLException exception) {
            throw new FailedStatementException(index, exception);
        }
    }

    private void sendTogether(List<Sent> together, int first) throws FailedStatementException, MissedRowException {
        if (together.isEmpty()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (Sent sent : together) {
                statement.addBatch(sent.statement().text());
            }
            check(together, statement.executeBatch());
        } catch (BatchUpdateException exception) {
            SQLException failure = exception.getNextException();
            throw new FailedStatementException(
                    first + failedIndex(exception, together.size()), failure == null ? exception : failure);
        } catch (SQLException exception) {
            throw new FailedStatementException(first, exception);
        }
    }

    private static void check(List<Sent> sent, int[] counts) throws MissedRowException {
        for (int i = 0; i < counts.length; i++) {
            if (sent.get(i).answer() == Answer.ONE_ROW && counts[i] != 1) {
                throw new MissedRowException(sent.get(i).statement().text());
            }
        }
    }

    /**
     * Which statement of a batch failed, counted from 0. The driver marks all of them as failed and tells the number only at
     * the beginning of its sentence, in the user's language.
     */
    private static int failedIndex(BatchUpdateException exception, int size) {
        String sentence = String.valueOf(exception.getMessage());
        int number = 0;
        boolean begun = false;
        for (int position = 0; position < sentence.length(); position++) {
            char character = sentence.charAt(position);
            int digit = Character.digit(character, 10);
            if (digit >= 0) {
                begun = true;
                number = 10 * number + digit;
            } else if (begun && character == ' ') {
                break;
            }
            if (number >= size) {
                return 0;
            }
        }
        return number;
    }
}
