package org.limbeck.spring.actuate;

import org.limbeck.Limbeck;
import org.limbeck.spring.LimbeckAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Contributes {@code limbeck} to the health of an application on Spring Boot 3.5. */
@AutoConfiguration(after = LimbeckAutoConfiguration.class)
@ConditionalOnClass(name = OlderHealth.INDICATOR)
@ConditionalOnProperty(prefix = "management.health.limbeck", name = "enabled", matchIfMissing = true)
public class OlderLimbeckHealthAutoConfiguration {

    @Bean
    @ConditionalOnBean(Limbeck.class)
    @ConditionalOnMissingBean(name = "limbeckHealthIndicator")
    static OlderHealth limbeckHealthIndicator(ObjectProvider<Limbeck> limbeck) throws ClassNotFoundException {
        return new OlderHealth(limbeck);
    }
}
