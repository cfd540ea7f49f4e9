package vn.lantoa.endtoend;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A person at a browser: the Chromium of the system, without a window and without a memory of earlier times. */
final class Chromium implements AutoCloseable {

    private static final List<Path> BROWSERS = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ChromeDriver driver;

    Chromium(Path profile) {
        var options = new ChromeOptions();
        options.setBinary(browser().toString());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--lang=vi",
                "--user-data-dir=" + profile);
        options.setExperimentalOption("prefs", java.util.Map.of("intl.accept_languages", "vi"));
        // The driver is named, so Selenium has none to look for or to download.
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .usingAnyFreePort()
                        .build(),
                options);
        driver.manage().timeouts().pageLoadTimeout(PATIENCE);
    }

    static boolean isInstalled() {
        return Files.isExecutable(DRIVER) && BROWSERS.stream().anyMatch(Files::isExecutable);
    }

    private static Path browser() {
        return BROWSERS.stream().filter(Files::isExecutable).findFirst().orElseThrow();
    }

    void open(String address) {
        driver.get(address);
    }

    /** Fills in the login form that is shown. */
    void logIn(String name, String password) {
        await("#password");
        var user = driver.findElement(By.id("username"));
        user.clear();
        user.sendKeys(name);
        driver.findElement(By.id("password")).sendKeys(password);
        driver.findElement(By.cssSelector("#kc-login")).click();
    }

    void click(String linkText) {
        new WebDriverWait(driver, PATIENCE)
                .until(shown -> shown.findElement(By.linkText(linkText)))
                .click();
    }

    void await(String selector) {
        new WebDriverWait(driver, PATIENCE).until(shown -> shown.findElement(By.cssSelector(selector)));
    }

    /** Clicks what the selector finds, as soon as it is there and nothing covers it. */
    void press(String selector) {
        new WebDriverWait(driver, PATIENCE)
                .until(ExpectedConditions.elementToBeClickable(By.cssSelector(selector)))
                .click();
    }

    /** Status of the answer that this page is. */
    int status() {
        return ((Number) driver.executeScript("return performance.getEntriesByType('navigation')[0].responseStatus"))
                .intValue();
    }

    void awaitAddress(String part) {
        new WebDriverWait(driver, PATIENCE).until(shown -> shown.getCurrentUrl().contains(part));
    }

    String address() {
        return driver.getCurrentUrl();
    }

    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    List<String> texts(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream()
                .map(element -> element.getText())
                .toList();
    }

    boolean shows(String selector) {
        return !driver.findElements(By.cssSelector(selector)).isEmpty();
    }

    Set<Cookie> cookies() {
        return driver.manage().getCookies();
    }

    void put(Cookie cookie) {
        driver.manage().addCookie(cookie);
    }

    /** Everything that a script of the page, and so one that sneaked in, can read. */
    List<String> withinReachOfScripts() {
        var stores = driver.executeAsyncScript("""
                const done = arguments[0];
                const stores = [document.cookie, document.documentElement.outerHTML, location.href,
                    JSON.stringify(localStorage), JSON.stringify(sessionStorage), String(window.name)];
                const read = name => new Promise(resolve => {
                    const opening = indexedDB.open(name);
                    opening.onerror = () => resolve('unreadable');
                    opening.onsuccess = () => {
                        const db = opening.result;
                        const names = [...db.objectStoreNames];
                        if (names.length === 0) { resolve(name); return; }
                        const all = [];
                        let open = names.length;
                        const transaction = db.transaction(names);
                        names.forEach(store => {
                            const request = transaction.objectStore(store).getAll();
                            request.onsuccess = () => { all.push(request.result); if (--open === 0) resolve(JSON.stringify(all)); };
                        });
                    };
                });
                indexedDB.databases()
                    .then(all => Promise.all(all.map(database => read(database.name))))
                    .then(contents => done([...stores, ...contents]), failure => done([...stores, 'FAILED ' + failure]));
                """);
        return Stream.of(((List<?>) stores).toArray()).map(String::valueOf).toList();
    }

    /** Asks as a script of this page does, with the session cookie. */
    String fetch(String method, String path) {
        return String.valueOf(driver.executeAsyncScript("""
                const [method, path, done] = arguments;
                fetch(path, {method, headers: {'Accept': 'application/json'}})
                    .then(async answer => done(answer.status + ' ' + await answer.text()), failure => done('FAILED ' + failure));
                """, method, path));
    }

    void picture(Path file) throws java.io.IOException {
        Files.write(file, driver.getScreenshotAs(org.openqa.selenium.OutputType.BYTES));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
