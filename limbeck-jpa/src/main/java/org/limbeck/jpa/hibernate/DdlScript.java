package org.limbeck.jpa.hibernate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.tool.schema.SourceType;
import org.hibernate.tool.schema.TargetType;
import org.hibernate.tool.schema.internal.ExceptionHandlerHaltImpl;
import org.hibernate.tool.schema.spi.ContributableMatcher;
import org.hibernate.tool.schema.spi.ExceptionHandler;
import org.hibernate.tool.schema.spi.ExecutionOptions;
import org.hibernate.tool.schema.spi.SchemaManagementTool;
import org.hibernate.tool.schema.spi.ScriptSourceInput;
import org.hibernate.tool.schema.spi.ScriptTargetOutput;
import org.hibernate.tool.schema.spi.SourceDescriptor;
import org.hibernate.tool.schema.spi.TargetDescriptor;
import org.jspecify.annotations.Nullable;

/** Hibernate's own creation script, statement by statement. */
final class DdlScript {

    private DdlScript() {}

    static List<String> of(Metadata metadata, StandardServiceRegistry registry, Map<String, Object> settings) {
        Map<String, Object> options = new HashMap<>(settings);
        // Otherwise the rows of an import.sql would stand among the statements.
        options.put("hibernate.hbm2ddl.skip_default_import_file", "true");
        options.put("hibernate.hbm2ddl.delimiter", "");
        List<String> statements = new ArrayList<>();
        registry.requireService(SchemaManagementTool.class)
                .getSchemaCreator(options)
                .doCreation(
                        metadata, new Options(options), ContributableMatcher.ALL, new Source(), new Target(statements));
        return statements;
    }

    private record Options(Map<String, Object> settings) implements ExecutionOptions {

        @Override
        public Map<String, Object> getConfigurationValues() {
            return settings;
        }

        @Override
        public boolean shouldManageNamespaces() {
            return true;
        }

        @Override
        public ExceptionHandler getExceptionHandler() {
            return ExceptionHandlerHaltImpl.INSTANCE;
        }
    }

    private record Source() implements SourceDescriptor {

        @Override
        public SourceType getSourceType() {
            return SourceType.METADATA;
        }

        @Override
        public @Nullable ScriptSourceInput getScriptSourceInput() {
            return null;
        }
    }

    private record Target(List<String> statements) implements TargetDescriptor, ScriptTargetOutput {

        @Override
        public EnumSet<TargetType> getTargetTypes() {
            return EnumSet.of(TargetType.SCRIPT);
        }

        @Override
        public ScriptTargetOutput getScriptTargetOutput() {
            return this;
        }

        @Override
        public void prepare() {
            statements.clear();
        }

        @Override
        public void accept(String command) {
            statements.add(command);
        }

        @Override
        public void release() {
            // The list outlives the export.
        }
    }
}
