package org.symbolon.endtoend.reliability.badinput;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.symbolon.command.smtpserver.port.MailServer;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.WireRequest;
import tools.jackson.core.JacksonException;

/**
 * Sends requests one by one and holds each answer, and what it left in the database, to what is promised of any request:
 * an answer in the wire format, no fault of the server, one row of the audit, and nothing half-done.
 */
final class Judge {

    /** The only events that a refused log-in leaves. */
    private static final Set<String> OF_REFUSED_LOGINS =
            Set.of("OtpRejected", "FailLimitReached", Holdings.AUDITED, "AuthItemRefused");

    private static final Set<Integer> NOT_LOGGED_IN = Set.of(4033, 4304, 4305, 4306);
    private static final int WRONG_ROLE = 4306;
    private static final int NO_RIGHT = 303;
    private static final int BAD_PARAMETER = 905;
    private static final int LONGEST_FACT = 4000;
    private static final Duration QUICK = Duration.ofSeconds(5);
    private static final Pattern INSIDE = Pattern.compile(
            "\\tat |Exception|Throwable|\\b(java|javax|jakarta|org|tools|com)\\.\\w+\\.\\w|(?i:tomcat|hibernate|sqlstate|\\bpsql\\b)");

    /** What may look like the inside: pictures, and what facts call events in the words of CloudEvents. */
    private static final Pattern IMAGE =
            Pattern.compile("data:image/png;base64,[^\"]*|\"type\":\"org\\.symbolon\\.[A-Z]\\w*\"");

    /** What a request is expected to meet beyond the common rules. */
    enum Expected {
        ANYTHING,
        /** A refusal as malformed. */
        MALFORMED,
        /** The answer of somebody who is not logged in. */
        NOT_LOGGED_IN,
        /** The refusal of a user who reaches for what is the administrators'. */
        WRONG_ROLE,
        /** The same where he hears of the right before he hears of the role. */
        NO_RIGHT,
        /** A page or another route's answer, since a variable of the path is empty. */
        ANOTHER_ROUTE
    }

    private final Holdings holdings;
    private final List<String> complaints = new ArrayList<>();
    private final Set<Integer> codes = new TreeSet<>();
    private long auditRows;

    Judge(Holdings holdings) {
        this.holdings = holdings;
        forget();
    }

    /** Begins with the next route, without the complaints about the last one. */
    void begin() {
        complaints.clear();
        codes.clear();
        forget();
    }

    /** What happened until now was not asked of the judge. */
    void forget() {
        Holdings.Look look = holdings.look();
        auditRows += look.events().stream().filter(Holdings.AUDITED::equals).count();
    }

    Answer judge(ApiClient client, WireRequest request, Expected expected, String about) {
        long start = System.nanoTime();
        Answer answer = client.send(request);
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        List<String> findings = new ArrayList<>();
        if (duration.compareTo(patience(request)) > 0) {
            findings.add("slow: " + duration);
        }
        if (answer.status() >= 500) {
            findings.add("a fault of the server");
        }
        if (INSIDE.matcher(IMAGE.matcher(answer.body()).replaceAll("")).find()) {
            findings.add("tells of its inside");
        }
        boolean failed = checkForm(answer, expected, findings);
        noteCode(answer, expected, failed);
        checkTraces(request, answer, expected, failed, findings);
        for (String finding : findings) {
            complaints.add(about + ": " + finding + "\n    " + request + "\n    " + answer.status() + " "
                    + shortened(answer.body()));
        }
        return answer;
    }

    /** A bad name of another server may be the address of one that never answers; it is asked as long as its route says. */
    private static Duration patience(WireRequest request) {
        return request.path().startsWith("/system/test/") ? MailServer.DEFAULT_TIMEOUT.plus(QUICK) : QUICK;
    }

    private void noteCode(Answer answer, Expected expected, boolean failed) {
        if (failed && expected != Expected.ANOTHER_ROUTE && answer.contentType().equals("application/json")) {
            codes.add(answer.errorCode());
        }
    }

    /** The codes of the errors since the last beginning. */
    Set<Integer> codes() {
        return Set.copyOf(codes);
    }

    /** Whether the answer is an error, after a look at its form. */
    private static boolean checkForm(Answer answer, Expected expected, List<String> findings) {
        boolean page = answer.contentType().startsWith("text/html");
        if (page && expected != Expected.ANOTHER_ROUTE) {
            findings.add("a page instead of the wire format");
        }
        if (page) {
            return true;
        }
        if (!answer.contentType().equals("application/json")) {
            checkBare(answer, expected, findings);
            return answer.status() >= 400;
        }
        try {
            return checkEnvelope(answer, expected, findings);
        } catch (JacksonException | ClassCastException | NullPointerException malformed) {
            findings.add("not the wire format");
            return true;
        }
    }

    /** A list as CSV, and what RADIUS is told, have no envelope. */
    private static void checkBare(Answer answer, Expected expected, List<String> findings) {
        boolean csv = answer.status() == 200 && answer.contentType().startsWith("text/csv");
        boolean decision =
                Set.of(204, 400).contains(answer.status()) && answer.body().isEmpty();
        boolean file = answer.status() == 200 && answer.contentType().startsWith("text/plain");
        boolean facts = answer.status() == 200 && answer.contentType().startsWith("application/x-ndjson");
        if (!csv && !decision && !file && !facts) {
            findings.add("neither the wire format nor a file nor a bare decision");
        }
        if (neverFits(expected)) {
            findings.add("accepted what never fits");
        }
    }

    private static boolean checkEnvelope(Answer answer, Expected expected, List<String> findings) {
        Map<String, Object> result = answer.result();
        if (Boolean.TRUE.equals(result.get("status"))) {
            if (answer.status() != 200 || !result.containsKey("value")) {
                findings.add("a success of another form");
            }
            if (neverFits(expected)) {
                findings.add("accepted what never fits");
            }
            return false;
        }
        checkError(answer, findings);
        int code = answer.errorCode();
        if (expected == Expected.MALFORMED && code != BAD_PARAMETER) {
            findings.add("not refused as malformed");
        }
        if (expected == Expected.NOT_LOGGED_IN && !NOT_LOGGED_IN.contains(code)) {
            findings.add("not refused for want of a log-in");
        }
        if (expected == Expected.WRONG_ROLE && code != WRONG_ROLE) {
            findings.add("not refused for want of the role");
        }
        if (expected == Expected.NO_RIGHT && code != NO_RIGHT) {
            findings.add("not refused for want of the right");
        }
        return true;
    }

    private static boolean neverFits(Expected expected) {
        return expected != Expected.ANYTHING && expected != Expected.ANOTHER_ROUTE;
    }

    private static void checkError(Answer answer, List<String> findings) {
        int code = answer.errorCode();
        String text = answer.errorMessage();
        int fitting =
                switch (code) {
                    case 601 -> 404;
                    case 303 -> 403;
                    case 4031, 4032, 4033, 4304, 4305, 4306 -> 401;
                    default -> 400;
                };
        if (answer.status() != fitting) {
            findings.add("the status does not fit the code");
        }
        if (fitting == 400 ? !text.startsWith("ERR" + code + ": ") || text.length() < 10 : text.isBlank()) {
            findings.add("an error without a proper text");
        }
    }

    private void checkTraces(
            WireRequest request, Answer answer, Expected expected, boolean failed, List<String> findings) {
        Holdings.Look look = holdings.look();
        List<String> events = look.events();
        long audited = events.stream().filter(Holdings.AUDITED::equals).count();
        auditRows += audited;
        if (audited != (leavesARow(request, answer, expected) ? 1 : 0)) {
            findings.add(audited + " rows of the audit");
        }
        if (look.longestFact() > LONGEST_FACT) {
            findings.add("a fact of the audit with " + look.longestFact() + " characters");
        }
        if (failed || isReading(request)) {
            boolean refusedLogin = request.path().startsWith("/validate/");
            Set<String> allowed = refusedLogin ? OF_REFUSED_LOGINS : Set.of(Holdings.AUDITED);
            if (!allowed.containsAll(events)) {
                findings.add("left events behind: " + events);
            }
            if (!look.tables().isEmpty()) {
                findings.add("changed rows of " + look.tables());
            }
        }
    }

    /** A challenge is begun by GET as well. */
    private static boolean isReading(WireRequest request) {
        return request.method().equals("GET") && !request.path().startsWith("/validate/triggerchallenge");
    }

    /** All do, also those without their file, but those that met no route or that anybody can send without a log-in. */
    private static boolean leavesARow(WireRequest request, Answer answer, Expected expected) {
        if (answer.contentType().startsWith("text/html")) {
            return answer.status() == 400;
        }
        if (answer.status() == 401) {
            return expected == Expected.WRONG_ROLE || !NOT_LOGGED_IN.contains(answer.errorCode());
        }
        return !(answer.status() == 400 && request.hasUnreadablePath());
    }

    private static String shortened(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "..." : text;
    }

    /** How many rows the audit must have by now. */
    long auditRows() {
        return auditRows;
    }

    /** What was found since the last beginning. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }
}
