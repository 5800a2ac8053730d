package io.sallyport.platform.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.format.FormatterRegistry;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Each room guards its own addresses with a filter chain of its own; whatever no room claimed ends here. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(PublicAddress.class)
class WebConfiguration implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverterFactory(new AddressWords());
    }

    @Bean
    Forwarded.Installed forwarded() {
        return new Forwarded.Installed();
    }

    /** A cookie that was given over https is never sent over http, whatever a proxy says of itself. */
    @Bean
    ServletContextInitializer sessionCookies(PublicAddress address) {
        return context -> {
            if (address.isEncrypted()) {
                context.getSessionCookieConfig().setSecure(true);
            }
        };
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain unclaimedAddresses(HttpSecurity http) {
        return http.headers(new PageHeaders())
                .csrf(CsrfConfigurer::disable)
                .requestCache(cache -> cache.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/", "/error", "/assets/**", "/webjars/htmx.org/**", "/actuator/health/**")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint((_, response, _) -> response.sendError(404)))
                .build();
    }
}
