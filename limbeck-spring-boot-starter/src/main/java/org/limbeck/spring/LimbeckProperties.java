package org.limbeck.spring;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties that are no settings of Limbeck's; those are read by {@link ApplicationSettings}.
 *
 * @param enabled whether the application has anything to do with Limbeck
 * @param onStartup what is done before the application uses its database
 * @param checkOnStartup what comes of differences between the database and the entities after that
 */
@ConfigurationProperties("limbeck")
public record LimbeckProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("upgrade") OnStartup onStartup,
        @DefaultValue("none") CheckOnStartup checkOnStartup) {}
