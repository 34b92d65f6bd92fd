package org.limbeck.spring.actuate;

import org.limbeck.Limbeck;
import org.limbeck.spring.LimbeckAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Offers {@link LimbeckEndpoint} where the application has the actuator and exposes it. */
@AutoConfiguration(after = LimbeckAutoConfiguration.class)
@ConditionalOnClass({Endpoint.class, ConditionalOnAvailableEndpoint.class})
@ConditionalOnAvailableEndpoint(LimbeckEndpoint.class)
public class LimbeckEndpointAutoConfiguration {

    @Bean
    @ConditionalOnBean(Limbeck.class)
    @ConditionalOnMissingBean
    LimbeckEndpoint limbeckEndpoint(Limbeck limbeck) {
        return new LimbeckEndpoint(limbeck);
    }
}
