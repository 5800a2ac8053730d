package io.sallyport;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The whole desk as one Spring application; every room brings its own configuration. */
@SpringBootApplication
public class SallyportApplication {}
