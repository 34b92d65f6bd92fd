package org.limbeck.maven;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.limbeck.cli.CommandDescription;
import org.limbeck.cli.CommandParameter;

/**
 * Writes the {@code plugin.xml} by which Maven knows the goals. All of them are {@link CommandMojo}; what they take is read off
 * the commands, so that it is declared in one place.
 */
final class PluginDescriptor {

    private static final String TEXT = "java.lang.String";

    private final XMLStreamWriter xml;

    private PluginDescriptor(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** Takes the file to write, and the version of the plugin. */
    public static void main(String[] args) throws IOException, XMLStreamException {
        Path file = Path.of(args[0]);
        Files.createDirectories(file.resolveSibling(""));
        try (OutputStream out = Files.newOutputStream(file)) {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            new PluginDescriptor(xml).write(args[1]);
            xml.writeEndDocument();
            xml.close();
        }
    }

    private void write(String version) throws XMLStreamException {
        xml.writeStartElement("plugin");
        element("name", "Limbeck for Maven");
        element("description", "The commands of Limbeck as goals.");
        element("groupId", "org.limbeck");
        element("artifactId", "limbeck-maven-plugin");
        element("version", version);
        element("goalPrefix", Goals.PREFIX);
        element("isolatedRealm", "false");
        element("inheritedByDefault", "true");
        element("requiredJavaVersion", "17");
        element("requiredMavenVersion", "3.8");
        xml.writeStartElement("mojos");
        for (CommandDescription goal : Goals.all()) {
            goal(goal);
        }
        xml.writeEndElement();
        xml.writeStartElement("dependencies");
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void goal(CommandDescription goal) throws XMLStreamException {
        xml.writeStartElement("mojo");
        element("goal", goal.name());
        element("description", goal.summary());
        if (Goals.isCheck(goal)) {
            element("phase", "verify");
        }
        // Entities may use whatever the project has, as provided as it is.
        element("requiresDependencyResolution", "test");
        element("requiresDirectInvocation", "false");
        element("requiresProject", "true");
        element("requiresReports", "false");
        element("aggregator", "false");
        element("requiresOnline", "false");
        element("inheritedByDefault", "true");
        element("implementation", CommandMojo.class.getName());
        element("language", "java");
        element("configurator", "map-oriented");
        element("instantiationStrategy", "per-lookup");
        element("executionStrategy", "once-per-session");
        element("threadSafe", "true");
        xml.writeStartElement("parameters");
        for (CommandParameter parameter : goal.parameters()) {
            parameter(ParameterName.element(parameter), parameter.name(), TEXT, parameter.description());
        }
        parameter(CommandMojo.SKIP, CommandMojo.SKIP, TEXT, "Do nothing.");
        parameter(CommandMojo.PROJECT, "", "org.apache.maven.project.MavenProject", "");
        parameter(CommandMojo.EXECUTION, "", "org.apache.maven.plugin.MojoExecution", "");
        xml.writeEndElement();
        xml.writeStartElement("configuration");
        for (CommandParameter parameter : goal.parameters()) {
            value(ParameterName.element(parameter), TEXT, ParameterName.property(parameter.name()));
        }
        value(CommandMojo.SKIP, TEXT, ParameterName.property(CommandMojo.SKIP));
        value(CommandMojo.PROJECT, "org.apache.maven.project.MavenProject", CommandMojo.PROJECT);
        value(CommandMojo.EXECUTION, "org.apache.maven.plugin.MojoExecution", CommandMojo.EXECUTION);
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void parameter(String name, String alias, String type, String description) throws XMLStreamException {
        xml.writeStartElement("parameter");
        element("name", name);
        if (!alias.isEmpty() && !alias.equals(name)) {
            element("alias", alias);
        }
        element("type", type);
        element("required", "false");
        element("editable", alias.isEmpty() ? "false" : "true");
        element("description", description);
        xml.writeEndElement();
    }

    private void value(String name, String type, String expression) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeAttribute("implementation", type);
        xml.writeCharacters("${" + expression + "}");
        xml.writeEndElement();
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
