package org.limbeck.cli;

import java.lang.reflect.Proxy;

/** The key that interrupts what runs on a terminal. */
final class InterruptKey {

    private InterruptKey() {}

    /**
     * Makes this process deaf to it, so that only the program that has the terminal hears it: in psql it cancels a statement.
     * The class for this is none of Java's official ones; where it is missing, the key ends both.
     */
    static void leaveToChild() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object deaf = Proxy.newProxyInstance(
                    handler.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> null);
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("INT"), deaf);
        } catch (ReflectiveOperationException unavailable) {
            // Then it is as in any program that waits for another one.
        }
    }
}
