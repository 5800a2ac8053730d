package io.sallyport.routing;

import io.sallyport.action.ActionPlanner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RoutingSettings.class)
class RoutingConfiguration {

    @Bean
    Router router(RoutingSettings settings, ActionPlanner planner) {
        return new Router(settings, planner::offers);
    }
}
