package vn.nhip.bench;

import java.io.IOException;
import java.io.PrintStream;
import vn.nhip.sandbox.face.grpc.GrpcFace;

/**
 * Serves a platform in a process of its own, so that its memory and time are not taken for Nhịp's: prints where, and ends
 * when its input does.
 */
public final class PlatformServer {

    private static final PrintStream OUT = System.out;

    private PlatformServer() {}

    public static void main(String[] arguments) throws IOException {
        try (GrpcFace face = Platform.of(arguments[0]).serve(Integer.parseInt(arguments[1]))) {
            OUT.println(face.base());
            System.in.transferTo(PrintStream.nullOutputStream());
        }
    }
}
