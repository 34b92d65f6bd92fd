package org.limbeck.jpa.hibernate;

import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.logging.LoggerProvider;
import org.jspecify.annotations.Nullable;

/** Keeps Hibernate's log, and the configuration of the application's own logging, away from the terminal. */
public final class QuietLoggers implements LoggerProvider {

    @Override
    public Logger getLogger(String name) {
        return new Silent(name);
    }

    @Override
    public void clearMdc() {
        // There is no context.
    }

    @Override
    public @Nullable Object putMdc(String key, Object value) {
        return null;
    }

    @Override
    public @Nullable Object getMdc(String key) {
        return null;
    }

    @Override
    public void removeMdc(String key) {
        // There is no context.
    }

    @Override
    public Map<String, Object> getMdcMap() {
        return Map.of();
    }

    @Override
    public void clearNdc() {
        // There is no context.
    }

    @Override
    public String getNdc() {
        return "";
    }

    @Override
    public int getNdcDepth() {
        return 0;
    }

    @Override
    public String popNdc() {
        return "";
    }

    @Override
    public String peekNdc() {
        return "";
    }

    @Override
    public void pushNdc(String message) {
        // There is no context.
    }

    @Override
    public void setNdcMaxDepth(int maxDepth) {
        // There is no context.
    }

    private static final class Silent extends Logger {

        private static final long serialVersionUID = 1L;

        Silent(String name) {
            super(name);
        }

        @Override
        protected void doLog(
                Level level,
                String loggerClassName,
                Object message,
                @Nullable Object @Nullable [] parameters,
                @Nullable Throwable thrown) {
            // What matters comes as an exception.
        }

        @Override
        protected void doLogf(
                Level level,
                String loggerClassName,
                String format,
                @Nullable Object @Nullable [] parameters,
                @Nullable Throwable thrown) {
            // What matters comes as an exception.
        }

        @Override
        public boolean isEnabled(Level level) {
            return false;
        }
    }
}
