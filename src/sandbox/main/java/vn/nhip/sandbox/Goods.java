package vn.nhip.sandbox;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What the shop sells: a name, a price without tax in đồng, and the share of the price that it costs. */
record Goods(String name, BigDecimal price, BigDecimal costShare) {

    static final List<Goods> ALL = List.of(
            of("Trà ô long Mây 100 g", 95_000, "0.50"),
            of("Trà sen Hồ Tưởng 50 g", 180_000, "0.55"),
            of("Trà shan tuyết 100 g", 145_000, "0.52"),
            of("Trà lài túi lọc 20 gói", 58_000, "0.48"),
            of("Trà gừng mật ong 15 gói", 64_000, "0.47"),
            of("Hồng trà 80 g", 88_000, "0.50"),
            of("Bánh hạt sen hộp 6", 72_000, "0.56"),
            of("Mứt gừng hũ 200 g", 65_000, "0.54"),
            of("Ấm đất nung 300 ml", 320_000, "0.58"),
            of("Ấm gốm men lam 500 ml", 450_000, "0.60"),
            of("Bộ chén gốm 6 chiếc", 280_000, "0.57"),
            of("Khay tre ép", 150_000, "0.55"),
            of("Hộp quà Trăng Non", 390_000, "0.52"),
            of("Hộp quà Xuân Mây", 690_000, "0.53"),
            of("Giỏ quà sum họp", 1_150_000, "0.55"),
            of("Bình giữ nhiệt tre", 210_000, "0.59"));

    /** The cheaper, the oftener taken. */
    static final double[] WEIGHTS =
            ALL.stream().mapToDouble(one -> 1 / one.price.doubleValue()).toArray();

    private static Goods of(String name, long price, String costShare) {
        return new Goods(name, BigDecimal.valueOf(price), new BigDecimal(costShare));
    }

    /** What goods of this name and amount cost the shop, in whole đồng. */
    static BigDecimal cost(String name, BigDecimal amount) {
        Goods goods = ALL.stream()
                .filter(one -> one.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the shop does not sell " + name));
        return amount.multiply(goods.costShare).setScale(0, RoundingMode.HALF_UP);
    }
}
