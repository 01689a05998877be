package org.symbolon.connectors.caconnector;

import io.grpc.InsecureServerCredentials;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerCredentials;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.okhttp.OkHttpServerBuilder;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** A worker as eduMFA's documentation tells of it, on a server that speaks gRPC; its authority does what a test says. */
public final class MicrosoftWorkerDouble implements AutoCloseable {

    private static final List<String> METHODS =
            List.of("SubmitCSR", "GetCSRStatus", "GetCertificate", "GetTemplates", "GetCAs");

    private final Map<String, UnaryOperator<byte[]>> answers = new ConcurrentHashMap<>();
    private final Server server;
    private volatile String request;

    private MicrosoftWorkerDouble(ServerCredentials credentials) throws IOException {
        ServerServiceDefinition.Builder service = ServerServiceDefinition.builder("CAService");
        METHODS.forEach(method -> service.addMethod(definition(method)));
        server = OkHttpServerBuilder.forPort(0, credentials)
                .addService(service.build())
                .build()
                .start();
    }

    /** One without TLS. */
    public static MicrosoftWorkerDouble start() throws IOException {
        return new MicrosoftWorkerDouble(InsecureServerCredentials.create());
    }

    static MicrosoftWorkerDouble start(ServerCredentials credentials) throws IOException {
        return new MicrosoftWorkerDouble(credentials);
    }

    public String port() {
        return Integer.toString(server.getPort());
    }

    /** How a method is answered from now on. */
    public void answering(String method, UnaryOperator<byte[]> answer) {
        answers.put(method, answer);
    }

    /** A request is kept waiting under this number, or issued or denied at once, as Microsoft's numbers say. */
    public void deciding(int disposition, int requestId) {
        answering("SubmitCSR", asking -> {
            request = WireMessage.read(asking).text(1);
            return new WireMessage()
                    .with(1, disposition)
                    .with(2, "Words-of-the-authority")
                    .with(3, requestId)
                    .with(5, new WireMessage().with(2, "ok"))
                    .bytes();
        });
        answering("GetCSRStatus", asking -> new WireMessage()
                .with(1, disposition)
                .with(2, "Words-of-the-authority")
                .bytes());
    }

    /** This is the certificate of any request. */
    public void issuing(String pem) {
        answering("GetCertificate", asking -> new WireMessage().with(1, pem).bytes());
    }

    /** The request that was brought last, as PEM. */
    public String request() {
        return request;
    }

    private ServerMethodDefinition<byte[], byte[]> definition(String method) {
        return ServerMethodDefinition.create(
                MethodDescriptor.newBuilder(new Bytes(), new Bytes())
                        .setType(MethodDescriptor.MethodType.UNARY)
                        .setFullMethodName("CAService/" + method)
                        .build(),
                ServerCalls.asyncUnaryCall((byte[] request, StreamObserver<byte[]> reply) -> {
                    UnaryOperator<byte[]> answer = answers.get(method);
                    if (answer == null) {
                        reply.onError(Status.INTERNAL.asRuntimeException());
                        return;
                    }
                    reply.onNext(answer.apply(request));
                    reply.onCompleted();
                }));
    }

    @Override
    public void close() {
        server.shutdownNow();
        try {
            server.awaitTermination();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Messages as they are. */
    private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {

        @Override
        public InputStream stream(byte[] message) {
            return new ByteArrayInputStream(message);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
