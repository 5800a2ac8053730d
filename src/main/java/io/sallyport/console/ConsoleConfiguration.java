package io.sallyport.console;

import io.sallyport.casefile.CaseStore;
import io.sallyport.escalation.Decisions;
import io.sallyport.escalation.KnownPeople;
import io.sallyport.platform.SecretFile;
import io.sallyport.platform.VarDirectory;
import io.sallyport.platform.web.PageHeaders;
import jakarta.servlet.DispatcherType;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConsoleSettings.class)
class ConsoleConfiguration {

    /** Where the first password is left, under {@code sallyport.var}. */
    static final String PASSWORD_FILE = "console-password";

    @Bean
    ConsoleAccess consoleAccess(JdbcClient jdbc, InstantSource clock) {
        return new ConsoleAccess(jdbc, clock);
    }

    @Bean
    Decisions decisions(CaseStore cases, KnownPeople people) {
        return new Decisions(cases, people);
    }

    @Bean
    @ConditionalOnWebApplication
    FirstOperator firstOperator(ConsoleAccess access, VarDirectory var) {
        return new FirstOperator(access, new SecretFile(var.resolve(PASSWORD_FILE)));
    }

    /** Customers never come here, and whoever is not logged in learns nothing but where to log in. */
    @Bean
    @Order(20)
    @ConditionalOnWebApplication
    SecurityFilterChain consoleDoor(
            HttpSecurity http, ConsoleAccess access, ConsoleSettings settings, JdbcClient jdbc, InstantSource clock) {
        return http.securityMatcher("/console", "/console/**")
                .headers(new PageHeaders())
                .authenticationProvider(new OperatorLogin(access, new LoginTries(jdbc, clock)))
                // After the check of a form's token, so that only the words of whoever typed them are shown again.
                .addFilterAfter(new StillSignedIn(access, settings.longestSession(), clock), CsrfFilter.class)
                .requestCache(cache -> cache.requestCache(ToLogin.wanted()))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(new ToLogin()))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, ToLogin.FORM)
                        .permitAll()
                        .anyRequest()
                        .hasRole(OperatorLogin.ROLE))
                .formLogin(login -> login.loginPage(ToLogin.FORM)
                        .loginProcessingUrl(ToLogin.FORM)
                        .defaultSuccessUrl("/console")
                        .failureHandler(new LoginFailures())
                        .permitAll())
                .logout(logout -> logout.logoutUrl("/console/logout").logoutSuccessUrl(ToLogin.FORM + "?out"))
                .build();
    }
}
