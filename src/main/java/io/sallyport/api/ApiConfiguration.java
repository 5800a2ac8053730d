package io.sallyport.api;

import io.sallyport.casefile.CaseStore;
import io.sallyport.escalation.Decisions;
import io.sallyport.intake.IntakeWatcher;
import io.sallyport.platform.SecretFile;
import io.sallyport.platform.VarDirectory;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TrackerSettings.class)
class ApiConfiguration {

    /** Where the first key is left, under {@code sallyport.var}. */
    private static final String KEY_FILE = "api-key";

    @Bean
    ApiKeys apiKeys(JdbcClient jdbc, InstantSource clock) {
        return new ApiKeys(jdbc, clock);
    }

    @Bean
    @ConditionalOnWebApplication
    FirstApiKey firstApiKey(ApiKeys keys, VarDirectory var) {
        return new FirstApiKey(keys, new SecretFile(var.resolve(KEY_FILE)));
    }

    @Bean
    Tickets tickets(IntakeWatcher intake, CaseStore cases, JdbcClient jdbc, InstantSource clock) {
        return new Tickets(intake, cases, new RequestKeys(jdbc, clock), clock);
    }

    @Bean
    PeoplesDecisions peoplesDecisions(
            DataSource dataSource, Decisions decisions, InstantSource clock, JsonMapper json) {
        return PeoplesDecisions.over(dataSource, decisions, clock, json);
    }

    @Bean
    PeoplesMessages peoplesMessages(DataSource dataSource, CaseStore cases, IntakeWatcher intake, InstantSource clock) {
        return PeoplesMessages.over(dataSource, cases, intake, clock);
    }

    /** Whoever knocks here is known by the signature of what they say. */
    @Bean
    @Order(9)
    @ConditionalOnWebApplication
    SecurityFilterChain trackerDoor(HttpSecurity http) {
        return http.securityMatcher(TrackerRoutes.PATH)
                .csrf(CsrfConfigurer::disable)
                .requestCache(cache -> cache.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** No cookie opens this door, so no other site can make a browser knock here. */
    @Bean
    @Order(10)
    @ConditionalOnWebApplication
    SecurityFilterChain apiDoor(HttpSecurity http, ApiKeys keys, JsonMapper json) {
        return http.securityMatcher("/api/**")
                .csrf(CsrfConfigurer::disable)
                .requestCache(cache -> cache.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new ApiKeyFilter(keys), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(DecisionRoutes.PATH)
                        .hasRole(ApiKeyFilter.DECIDES)
                        .anyRequest()
                        .hasRole(ApiKeyFilter.ROLE))
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint(new NoKey(json)).accessDeniedHandler(new NotAllowed(json)))
                .build();
    }
}
