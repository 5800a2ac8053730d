package io.sallyport.portal;

import io.sallyport.platform.web.PageHeaders;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PortalSettings.class)
class PortalConfiguration {

    @Bean
    WriteLimit writeLimit(PortalSettings settings, InstantSource clock) {
        return new WriteLimit(settings.writesPerTenMinutes(), clock);
    }

    @Bean
    StepUps stepUps(DataSource dataSource, InstantSource clock) {
        return new StepUps(JdbcClient.create(dataSource), clock);
    }

    /** Open to everyone and without sessions: the token against forged forms lives in a cookie, so any node may take it. */
    @Bean
    @Order(30)
    @ConditionalOnWebApplication
    SecurityFilterChain customersDoor(HttpSecurity http) {
        return http.securityMatcher("/ask", "/t/**", "/proof/**")
                .headers(new PageHeaders())
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens()))
                .requestCache(cache -> cache.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    private static CookieCsrfTokenRepository formTokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(
                cookie -> cookie.sameSite("Lax").httpOnly(true).path("/"));
        return tokens;
    }
}
