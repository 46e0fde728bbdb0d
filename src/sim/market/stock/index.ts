/** The door of stock. */

export { bookStock, checkStock } from "./booking.ts";
export { type CategoryPlan, type GoodsPlan, planGoods } from "./goods.ts";
export { Stock, type Waiting } from "./stock.ts";
export { categoryOf, deliveryShift, unitsOf } from "./wanted.ts";
