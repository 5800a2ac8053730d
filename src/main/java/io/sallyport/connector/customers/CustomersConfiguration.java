package io.sallyport.connector.customers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class CustomersConfiguration {

    @Bean
    @Fallback
    BuiltInCustomers customers(JdbcClient jdbc) {
        return new BuiltInCustomers(jdbc);
    }
}
