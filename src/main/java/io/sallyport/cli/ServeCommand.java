package io.sallyport.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "serve", description = "Runs the desk: worker, console, API and inbox, until it is stopped.")
final class ServeCommand implements Callable<Integer> {

    @Option(names = "--port", description = "The port to listen on (default: the setting server.port, 8080).")
    private Optional<Integer> port = Optional.empty();

    @Option(
            names = "--address",
            description = "The address to listen on (default: the setting server.address, 127.0.0.1; put a TLS proxy in"
                    + " front of any other).")
    private Optional<String> address = Optional.empty();

    @Override
    public Integer call() throws InterruptedException {
        Map<String, Object> settings = new HashMap<>();
        port.ifPresent(given -> settings.put("server.port", given));
        address.ifPresent(given -> settings.put("server.address", given));
        try (var desk = OpenDesk.toServe(settings)) {
            var at = desk.getEnvironment();
            System.out.println("Sallyport listens on http://" + at.getProperty("server.address") + ":"
                    + at.getProperty("local.server.port") + "/ (console: /console)");
            var ended = new CountDownLatch(1);
            desk.addApplicationListener(event -> {
                if (event instanceof org.springframework.context.event.ContextClosedEvent) {
                    ended.countDown();
                }
            });
            ended.await();
        }
        return 0;
    }
}
