package org.symbolon.endtoend.web;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Chromium without a window, if the machine has one, driven over its DevTools protocol. */
final class Browser implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ESCAPE = 27;

    private final Process process;
    private final DevTools page;

    private Browser(Process process, DevTools page) {
        this.process = process;
        this.page = page;
    }

    /** The program, where there is one. */
    private static Optional<Path> program() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(":", -1))
                .flatMap(folder -> NAMES.stream().map(Path.of(folder)::resolve))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Skips the tests where there is none. One that does not run here, for want of a sandbox or of memory, is as good as none. */
    static Browser startOrSkip(Path folder) throws InterruptedException {
        Optional<Path> program = program();
        assumeTrue(program.isPresent(), "There is no Chromium on this machine: apt-get install chromium");
        try {
            return start(program.get(), folder);
        } catch (IOException | IllegalStateException failed) {
            return abort("Chromium does not start on this machine: " + failed.getMessage());
        }
    }

    /** Starts it with an empty page; what it keeps lies in the folder. */
    private static Browser start(Path program, Path folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--headless=new",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--user-data-dir=" + folder));
        if (System.getProperty("user.name").equals("root")) {
            command.add("--no-sandbox");
        }
        command.add("about:blank");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().put("TMPDIR", folder.toString());
        Process process = builder.start();
        try {
            return new Browser(process, DevTools.connect(address(process, folder)));
        } catch (IOException | RuntimeException failed) {
            end(process);
            throw failed;
        }
    }

    /** Where its one page listens. */
    private static URI address(Process process, Path folder) throws IOException, InterruptedException {
        Path ports = folder.resolve("DevToolsActivePort");
        await(
                "the browser",
                () -> !process.isAlive() || (Files.exists(ports) && lines(ports).size() > 1));
        if (!process.isAlive()) {
            throw new IOException("The browser has ended");
        }
        URI list = URI.create("http://127.0.0.1:" + lines(ports).get(0) + "/json/list");
        String targets = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString())
                .body();
        for (JsonNode target : JsonMapper.shared().readTree(targets)) {
            if (target.get("type").asString().equals("page")) {
                return URI.create(target.get("webSocketDebuggerUrl").asString());
            }
        }
        throw new IOException("The browser has no page");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void open(String address) {
        page.command("Page.navigate", "url", address);
        await(address, () -> isTrue("document.readyState === 'complete'"));
    }

    /** What an expression of the page's language comes to. */
    JsonNode evaluate(String expression) {
        return page.command("Runtime.evaluate", "expression", expression).at("/result/value");
    }

    /** What a promise of the page's language comes to in the end. */
    JsonNode resolve(String expression) {
        JsonNode result =
                page.command("Runtime.evaluate", "expression", expression, "awaitPromise", true, "returnByValue", true);
        if (result.has("exceptionDetails")) {
            throw new IllegalStateException(
                    result.at("/exceptionDetails/exception/description").asString(""));
        }
        return result.at("/result/value");
    }

    /** A command of the protocol itself. */
    JsonNode command(String method, Object... parameters) {
        return page.command(method, parameters);
    }

    String text(String selector) {
        return evaluate("document.querySelector('" + selector + "').innerText").asString();
    }

    private boolean isTrue(String condition) {
        return evaluate(condition).asBoolean(false);
    }

    void awaitThat(String condition) {
        try {
            await(condition, () -> isTrue(condition));
        } catch (IllegalStateException inVain) {
            throw new IllegalStateException("The page still shows: " + text("body"), inVain);
        }
    }

    /** Types into a field as a person does, and presses Enter. */
    void enter(String selector, String text) {
        type(selector, text);
        pressEnter();
    }

    /** Presses a button as a person does who uses the keyboard, which lets the page do what no script of its own may. */
    void press(String selector) {
        evaluate("document.querySelector('" + selector + "').focus()");
        pressEnter();
    }

    private void pressEnter() {
        page.command("Input.dispatchKeyEvent", "type", "keyDown", "key", "Enter", "code", "Enter", "text", "\r");
        page.command("Input.dispatchKeyEvent", "type", "keyUp", "key", "Enter", "code", "Enter");
    }

    void pressEscape() {
        for (String type : List.of("rawKeyDown", "keyUp")) {
            page.command(
                    "Input.dispatchKeyEvent",
                    "type",
                    type,
                    "key",
                    "Escape",
                    "code",
                    "Escape",
                    "windowsVirtualKeyCode",
                    ESCAPE);
        }
    }

    void type(String selector, String text) {
        evaluate("document.querySelector('" + selector + "').focus()");
        page.command("Input.insertText", "text", text);
    }

    void click(String selector) {
        evaluate("document.querySelector('" + selector + "').click()");
    }

    /** What the browser complained about, such as scripts that it was told not to run. */
    List<String> complaints() {
        return page.complaints();
    }

    private static void await(String what, Supplier<Boolean> condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.get()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Waited in vain for " + what);
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }

    @Override
    public void close() {
        page.close();
        end(process);
    }

    private static void end(Process process) {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().orTimeout(10, SECONDS).join());
    }
}
