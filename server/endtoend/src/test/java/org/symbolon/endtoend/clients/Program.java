package org.symbolon.endtoend.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.stream.Stream;
import org.symbolon.endtoend.harness.Answer;

/**
 * A program that asks the server, with the headers that it sends each time. Bodies and queries are given as they go over the wire, for
 * how they are encoded is what programs differ in.
 */
final class Program {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final int port;
    private final String[] headers;

    Program(int port, String... headers) {
        this.port = port;
        this.headers = headers;
    }

    /** The same program when it sends these headers, too. */
    Program with(String... more) {
        return new Program(
                port, Stream.concat(Arrays.stream(headers), Arrays.stream(more)).toArray(String[]::new));
    }

    Answer get(String pathAndQuery) {
        return send(request(pathAndQuery).GET());
    }

    /** With nothing in the body: what is said stands in the query. */
    Answer post(String pathAndQuery) {
        return send(request(pathAndQuery).POST(BodyPublishers.noBody()));
    }

    Answer form(String path, String encoded) {
        return post(path, "application/x-www-form-urlencoded", encoded);
    }

    Answer json(String path, String object) {
        return post(path, "application/json", object.replace('\'', '"'));
    }

    Answer multipart(String path, String... fields) {
        StringBuilder body = new StringBuilder();
        for (int index = 0; index < fields.length; index += 2) {
            body.append("--limit\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(fields[index], fields[index + 1]));
        }
        return post(path, "multipart/form-data; boundary=limit", body + "--limit--\r\n");
    }

    private Answer post(String path, String contentType, String body) {
        return send(request(path).header("Content-Type", contentType).POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            return Answer.of(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
