package org.symbolon.connectors.network;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;

/** Takes what a request says out of what publishes it; all of it is in memory already. */
final class RequestBody implements Flow.Subscriber<ByteBuffer> {

    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();

    private RequestBody() {}

    static byte[] of(BodyPublisher publisher) throws IOException {
        RequestBody body = new RequestBody();
        publisher.subscribe(body);
        try {
            return body.whole.join();
        } catch (CompletionException failed) {
            throw new IOException("What is to be sent cannot be read", failed);
        }
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(ByteBuffer part) {
        byte[] bytes = new byte[part.remaining()];
        part.get(bytes);
        taken.writeBytes(bytes);
    }

    @Override
    public void onError(Throwable failure) {
        whole.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        whole.complete(taken.toByteArray());
    }
}
