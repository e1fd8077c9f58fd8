export { lessonOf, LESSONS, PHONE_NUMBER, practiceCode, type Lesson } from './lessons';
export { enter, type Room } from './room';
