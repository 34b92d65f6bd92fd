package org.limbeck.spring.actuate;

import org.limbeck.Limbeck;
import org.limbeck.spring.LimbeckAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Contributes {@code limbeck} to the health of an application on Spring Boot 4. */
@AutoConfiguration(after = LimbeckAutoConfiguration.class)
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
public class LimbeckHealthAutoConfiguration {

    @Bean
    @ConditionalOnBean(Limbeck.class)
    @ConditionalOnMissingBean(name = "limbeckHealthIndicator")
    @ConditionalOnEnabledHealthIndicator("limbeck")
    HealthIndicator limbeckHealthIndicator(Limbeck limbeck) {
        return () -> health(limbeck);
    }

    private static Health health(Limbeck limbeck) {
        try {
            Standing standing = Standing.of(limbeck);
            return (standing.complete() ? Health.up() : Health.outOfService())
                    .withDetails(standing.details())
                    .build();
        } catch (RuntimeException unknown) {
            return Health.down(unknown).build();
        }
    }
}
