package io.sallyport.console;

import io.sallyport.casefile.CaseStore;
import io.sallyport.escalation.Decisions;
import io.sallyport.platform.SecretFile;
import io.sallyport.platform.VarDirectory;
import io.sallyport.platform.web.PageHeaders;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;

@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration {

    /** Where the first password is left, under {@code sallyport.var}. */
    static final String PASSWORD_FILE = "console-password";

    @Bean
    ConsoleAccess consoleAccess(JdbcClient jdbc, InstantSource clock) {
        return new ConsoleAccess(jdbc, clock);
    }

    @Bean
    Decisions decisions(CaseStore cases) {
        return new Decisions(cases);
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
    SecurityFilterChain consoleDoor(HttpSecurity http, ConsoleAccess access, JdbcClient jdbc, InstantSource clock) {
        return http.securityMatcher("/console", "/console/**")
                .headers(new PageHeaders())
                .authenticationProvider(new OperatorLogin(access, new LoginTries(jdbc, clock)))
                .addFilterAfter(new StillSignedIn(access, clock), SecurityContextHolderFilter.class)
                .requestCache(cache -> cache.requestCache(ToLogin.wanted()))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(new ToLogin()))
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, ToLogin.FORM)
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
