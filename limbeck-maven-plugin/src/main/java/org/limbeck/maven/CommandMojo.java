package org.limbeck.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.component.MapOrientedComponent;
import org.codehaus.plexus.component.configurator.ComponentConfigurationException;
import org.codehaus.plexus.component.repository.ComponentRequirement;
import org.limbeck.cli.CommandDescription;
import org.limbeck.cli.CommandParameter;
import org.limbeck.cli.Host;
import org.limbeck.cli.HostedCommands;
import org.limbeck.jpa.project.ProjectClassPath;

/** Every goal: runs the command that it is called like, with the parameters that {@link PluginDescriptor} lists. */
public final class CommandMojo extends AbstractMojo implements MapOrientedComponent {

    static final String PROJECT = "project";
    static final String EXECUTION = "mojoExecution";
    static final String SKIP = "skip";

    private Map<?, ?> values = Map.of();

    @Override
    public void setComponentConfiguration(Map<?, ?> configuration) {
        values = configuration;
    }

    @Override
    public void addComponentRequirement(ComponentRequirement requirement, Object value)
            throws ComponentConfigurationException {
        throw new ComponentConfigurationException("no goal requires a component");
    }

    @Override
    public void execute() throws MojoFailureException {
        if (values.get(SKIP) instanceof String skip && Boolean.parseBoolean(skip)) {
            getLog().info("skipped");
            return;
        }
        MavenProject project = injected(PROJECT, MavenProject.class);
        MojoExecution execution = injected(EXECUTION, MojoExecution.class);
        Transcript transcript = new Transcript(getLog());
        Host host = new Host(
                project.getBasedir().toPath(),
                transcript.data(),
                transcript.notes(),
                transcript.progress(),
                classPath(project),
                new GoalSpelling());
        CommandDescription goal = Goals.of(execution.getGoal());
        if (HostedCommands.run(host, words(goal)) != 0) {
            throw new MojoFailureException(transcript.failure());
        }
        if (Goals.isCheck(goal) && execution.getSource() == MojoExecution.Source.LIFECYCLE) {
            transcript.logLastLine();
        } else {
            transcript.log();
        }
    }

    private <T> T injected(String name, Class<T> type) {
        return Objects.requireNonNull(type.cast(values.get(name)), name);
    }

    private List<String> words(CommandDescription goal) {
        List<String> words = new ArrayList<>(List.of(goal.name()));
        List<String> arguments = new ArrayList<>();
        for (CommandParameter parameter : goal.parameters()) {
            if (values.get(ParameterName.element(parameter)) instanceof String value) {
                (parameter.options().isEmpty() ? arguments : words).addAll(parameter.words(value));
            }
        }
        words.add("--");
        words.addAll(arguments);
        return words;
    }

    private static ProjectClassPath classPath(MavenProject project) {
        List<Path> libraries = new ArrayList<>();
        for (Artifact artifact : project.getArtifacts()) {
            File file = artifact.getFile();
            if (file != null && artifact.getArtifactHandler().isAddedToClasspath()) {
                libraries.add(file.toPath());
            }
        }
        return new ProjectClassPath(
                project.getCompileSourceRoots().stream().map(Path::of).toList(),
                List.of(Path.of(project.getBuild().getOutputDirectory())),
                libraries);
    }
}
