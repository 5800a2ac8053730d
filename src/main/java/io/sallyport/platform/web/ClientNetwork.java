package io.sallyport.platform.web;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Who a client counts as where tries and messages are limited. */
public final class ClientNetwork {

    /** What a provider gives to one household or server, of which it then holds every address. */
    private static final int NETWORK_BYTES = 8;

    private ClientNetwork() {}

    /** The first eight bytes, hexadecimal: all of an IPv4 address, the network of an IPv6 one; "unknown" for what is neither. */
    public static String of(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, NETWORK_BYTES)));
        } catch (IllegalArgumentException _) {
            return "unknown";
        }
    }
}
