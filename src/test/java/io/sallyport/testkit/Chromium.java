package io.sallyport.testkit;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A real browser. It needs a Chromium ({@code CHROME_PATH}, or one on PATH) and the Node.js that drives it
 * ({@code PLAYWRIGHT_NODEJS_PATH}, or {@code node} on PATH); where either is missing, tests are skipped and say so.
 */
public final class Chromium implements AutoCloseable {

    /** What a browser does of its own accord, such as asking for updates, is no part of a test. */
    private static final List<String> ALONE = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** How long a page may take to show what it should, on a busy machine. */
    private static final double PATIENCE_MILLIS = 60_000;

    private final Playwright driver;
    private final Browser browser;

    private Chromium(Playwright driver, Browser browser) {
        this.driver = driver;
        this.browser = browser;
    }

    public static Chromium open() {
        Path chromium =
                need("CHROME_PATH", List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"));
        Path node = need("PLAYWRIGHT_NODEJS_PATH", List.of("node", "nodejs"));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_NODEJS_PATH", node.toString());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        Playwright driver = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        var options =
                new BrowserType.LaunchOptions().setExecutablePath(chromium).setArgs(ALONE);
        return new Chromium(driver, driver.chromium().launch(options));
    }

    private static Path need(String variable, List<String> names) {
        Optional<Path> found = Optional.ofNullable(System.getenv(variable))
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .filter(Files::isExecutable)
                .or(() -> onPath(names));
        if (found.isEmpty()) {
            String why = "BROWSER TESTS SKIPPED: no " + names.getFirst() + " here; install it, or set " + variable;
            System.err.println(why);
            Assumptions.abort(why);
        }
        return found.orElseThrow();
    }

    private static Optional<Path> onPath(List<String> names) {
        List<String> folders = List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        return names.stream()
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A visitor of their own, with no cookies yet. */
    public Page visitor(int width) {
        var page = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 850))
                .newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        return page;
    }

    /** Both the narrow screen of a telephone and the wide one of a desk. */
    public static Stream<Integer> widths() {
        return Stream.of(390, 1280);
    }

    @Override
    public void close() {
        browser.close();
        driver.close();
    }
}
