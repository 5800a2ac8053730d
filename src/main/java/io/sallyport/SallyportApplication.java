package io.sallyport;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** The whole desk as one Spring application; every room brings its own configuration. Nobody but operators signs in. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class SallyportApplication {}
