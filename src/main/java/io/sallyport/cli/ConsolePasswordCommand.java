package io.sallyport.cli;

import io.sallyport.console.ConsoleAccess;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "console-password", description = "Gives the console's operator a new password and prints it, once.")
final class ConsolePasswordCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        try (var desk = OpenDesk.toLookAt()) {
            String password = desk.getBean(ConsoleAccess.class).resetPassword();
            System.out.println("login " + ConsoleAccess.FIRST + ", password " + password);
            return 0;
        }
    }
}
