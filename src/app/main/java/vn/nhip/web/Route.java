package vn.nhip.web;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/** One address, who may use it, and what it does; GET changes nothing. */
record Route(HandlerType method, String path, Needs needs, Handler handler) {

    static Route get(String path, Needs needs, Handler handler) {
        return new Route(HandlerType.GET, path, needs, handler);
    }

    static Route post(String path, Needs needs, Handler handler) {
        return new Route(HandlerType.POST, path, needs, handler);
    }
}
